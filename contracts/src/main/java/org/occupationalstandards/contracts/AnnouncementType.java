package org.occupationalstandards.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The wire name of each announcement. A name, once published, keeps its meaning; another meaning is another version. */
public enum AnnouncementType {
    PROPOSED("proposed.v1", Announcement.Proposed.class),
    REGISTERED("registered.v1", Announcement.Registered.class),
    PROPOSAL_SUBMITTED("proposal-submitted.v1", Announcement.ProposalSubmitted.class),
    PROPOSAL_ACCEPTED("proposal-accepted.v1", Announcement.ProposalAccepted.class),
    PROPOSAL_REJECTED("proposal-rejected.v1", Announcement.ProposalRejected.class),
    CONSULTATION_OPENED("consultation-opened.v1", Announcement.ConsultationOpened.class),
    CONSULTATION_EXTENDED("consultation-extended.v1", Announcement.ConsultationExtended.class),
    CONSULTATION_CLOSED("consultation-closed.v1", Announcement.ConsultationClosed.class),
    SUBMITTED("submitted.v1", Announcement.Submitted.class),
    RETURNED("returned.v1", Announcement.Returned.class),
    AGREED_WITH_CONDITIONS("agreed-with-conditions.v1", Announcement.AgreedWithConditions.class),
    CONDITION_CLOSED("condition-closed.v1", Announcement.ConditionClosed.class),
    REJECTED("rejected.v1", Announcement.Rejected.class),
    APPROVED("approved.v1", Announcement.Approved.class),
    VERSION_IN_FORCE("version-in-force.v1", Announcement.VersionInForce.class),
    REVISION_STARTED("revision-started.v1", Announcement.RevisionStarted.class),
    REVISION_ABANDONED("revision-abandoned.v1", Announcement.RevisionAbandoned.class),
    PRODUCT_CHANGED("product-changed.v1", Announcement.ProductChanged.class),
    GREEN_THEME_SET("green-theme-set.v1", Announcement.GreenThemeSet.class),
    PROGRESSION_CHANGED("progression-changed.v1", Announcement.ProgressionChanged.class),
    RETIREMENT_PROPOSED("retirement-proposed.v1", Announcement.RetirementProposed.class),
    RETIREMENT_DECLINED("retirement-declined.v1", Announcement.RetirementDeclined.class),
    RETIRED("retired.v1", Announcement.Retired.class),
    WITHDRAWN("withdrawn.v1", Announcement.Withdrawn.class),
    REINSTATED("reinstated.v1", Announcement.Reinstated.class),
    CORRECTED("corrected.v1", Announcement.Corrected.class);

    private static final String PREFIX = "standards.standard.";

    private static final Map<String, AnnouncementType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AnnouncementType::wireName, type -> type));

    private static final Map<Class<?>, AnnouncementType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AnnouncementType::record, type -> type));

    private final String wireName;
    private final Class<? extends Announcement> record;

    AnnouncementType(String name, Class<? extends Announcement> record) {
        this.wireName = PREFIX + name;
        this.record = record;
    }

    /** The CloudEvents {@code type}, such as {@code standards.standard.approved.v1}. */
    public String wireName() {
        return wireName;
    }

    /** The record that the data of such a message is read into. */
    public Class<? extends Announcement> record() {
        return record;
    }

    /** The type of that wire name; nothing for one that this version does not know. */
    public static Optional<AnnouncementType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** The type of an announcement. */
    public static AnnouncementType of(Announcement announcement) {
        AnnouncementType type = BY_RECORD.get(announcement.getClass());
        if (type == null) throw new IllegalStateException("No wire name for " + announcement.getClass());
        return type;
    }
}
