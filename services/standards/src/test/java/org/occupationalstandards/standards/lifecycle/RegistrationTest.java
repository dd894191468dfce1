package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Option;
import org.occupationalstandards.standards.lifecycle.content.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Taking over standards that already exist. */
class RegistrationTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final LocalDate FROM = LocalDate.parse("2019-09-01");

    private static RegisterExisting with(Content content, String version, List<Product> products) {
        return new RegisterExisting(
                "OCC0218",
                Status.APPROVED,
                version,
                2,
                10,
                null,
                null,
                null,
                LocalDate.parse("2018-01-01"),
                LocalDate.parse("2018-02-01"),
                LocalDate.parse("2019-08-01"),
                version.equals("1.3") ? FROM : FROM.plusYears(1),
                null,
                content,
                products,
                GreenTheme.MID,
                List.of(new ProgressionLink("OCC0001", ProgressionKind.OCCUPATIONAL, true)));
    }

    private static Product product(@Nullable Integer larsCode) {
        return new Product(
                ProductType.APPRENTICESHIP,
                "ST0218",
                larsCode,
                null,
                ProductStatus.APPROVED_FOR_DELIVERY,
                2,
                14,
                4_000,
                false,
                false,
                false);
    }

    private static Content optioned(String... titles) {
        Content content = Examples.complete();
        return new Content(
                content.title(),
                content.overview(),
                content.summary(),
                content.medianSalary(),
                content.soc2020(),
                content.employers(),
                content.typicalJobTitles(),
                content.greenJobTitles(),
                content.keywords(),
                content.knowledge(),
                content.skills(),
                content.behaviours(),
                content.duties(),
                IntStream.range(0, titles.length)
                        .mapToObj(i -> new Option(Examples.id("option" + i), titles[i]))
                        .toList(),
                content.professionalRecognition(),
                content.regulatedBy(),
                content.mandatoryQualifications());
    }

    @Test
    void itIsTakenOverAsItIs() {
        History history = new History().then(People.OFFICIAL, with(Examples.complete(), "1.3", List.of(product(218))));

        StandardState state = history.state();
        assertThat(state.status()).isEqualTo(Status.APPROVED);
        assertThat(state.version()).isEqualTo("1.3");
        assertThat(state.inForceOn(FROM)).isEqualTo(state.versions().getFirst());
        assertThat(state.inForceOn(FROM.minusDays(1))).isNull();
        assertThat(state.versions().getFirst().approvedOn()).isEqualTo(LocalDate.parse("2019-08-01"));
        assertThat(state.products()).containsExactly(product(218));
        assertThat(state.green()).isEqualTo(GreenTheme.MID);
        assertThat(state.progression()).hasSize(1);
        assertThat(state.dates().createdOn()).isEqualTo(LocalDate.parse("2018-01-01"));
        assertThat(state.dates().proposalApprovedOn()).isEqualTo(LocalDate.parse("2018-02-01"));
        assertThat(state.registeredOnly()).isTrue();
    }

    @Test
    void itLivesOnFromItsOwnVersion() {
        History history = new History()
                .then(People.OFFICIAL, with(Examples.complete(), "1.3", List.of()))
                .then(People.OFFICIAL, new ProposalCommand.AssignGroup(People.GROUP, "Theirs"));
        VersionsTest.nextVersion(history, ChangeClass.ADJUSTMENT, "More");
        VersionsTest.nextVersion(history, ChangeClass.REVISION, "Most");

        assertThat(history.state().versions()).extracting(Version::number).containsExactly("1.3", "1.4", "2.0");
    }

    @Test
    void everyStatusLeadsToItsStage() {
        assertThat(stage(Status.POTENTIAL, "0.0")).isEqualTo(Stage.POTENTIAL);
        assertThat(stage(Status.IN_DEVELOPMENT, "0.0")).isEqualTo(Stage.IN_DEVELOPMENT);
        assertThat(stage(Status.WITHDRAWN, "0.0")).isEqualTo(Stage.WITHDRAWN);
        assertThat(stage(Status.APPROVED, "1.0")).isEqualTo(Stage.APPROVED);
        assertThat(stage(Status.RETIRED, "2.1")).isEqualTo(Stage.RETIRED);
    }

    private static Stage stage(Status status, String version) {
        return new History()
                .then(People.OFFICIAL, Examples.register(status, version, Content.titled("Title"), null))
                .state()
                .stage();
    }

    @Test
    void aNearlyEmptyOneIsTakenOver() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.POTENTIAL, "0.0", Content.titled("Title"), null));

        assertThat(history.state().title()).isEqualTo("Title");
        history.then(People.CHAIR, Examples.submitProposal());
        assertThat(history.state().registeredOnly()).isFalse();
    }

    @Test
    void whatIsImpossibleIsRefusedWithEveryReason() {
        var impossible = new RegisterExisting(
                "218",
                Status.APPROVED,
                "0.3",
                0,
                99,
                null,
                null,
                null,
                LocalDate.parse("2020-01-02"),
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2019-01-01"),
                null,
                LocalDate.parse("2020-01-01"),
                null,
                List.of(product(1), product(1)),
                null,
                List.of(new ProgressionLink("OCC", ProgressionKind.OCCUPATIONAL, true)));

        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, impossible))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/reference",
                        "/version",
                        "/level",
                        "/route",
                        "/effectiveTo",
                        "/proposalApprovedOn",
                        "/approvedOn",
                        "/content",
                        "/products/1/code",
                        "/progression/0/reference");
    }

    /** As JSON may have it: whatever its type says, what was left out is missing. */
    @Test
    void whatIsLeftOutInsideIsNamed() {
        var gaps = new RegisterExisting(
                "OCC0218",
                Status.APPROVED,
                "1.0",
                2,
                10,
                null,
                null,
                null,
                LocalDate.parse("1899-12-31"),
                null,
                null,
                History.DAY.plusYears(6),
                null,
                Content.titled("Named"),
                Arrays.asList(null, JSON.readValue("""
                                {"careerStarter": false, "royal": false, "integratedDegree": false}""", Product.class)),
                null,
                Arrays.asList(null, JSON.readValue("""
                        {"confirmed": true}""", ProgressionLink.class)));

        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, gaps))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/createdOn",
                        "/effectiveFrom",
                        "/products/0",
                        "/products/1/code",
                        "/products/1/type",
                        "/products/1/status",
                        "/progression/0",
                        "/progression/1/reference",
                        "/progression/1/kind");
    }

    @Test
    void statusAndVersionBelongTogether() {
        refusedVersion(Status.APPROVED, "0.0");
        refusedVersion(Status.APPROVED, null);
        refusedVersion(Status.POTENTIAL, "1.0");
        refusedVersion(Status.POTENTIAL, "0.1");
        refusedVersion(Status.RETIRED, "0.0");
        for (String nonsense : List.of("1", "1.0.0", "v1.0", "01.0", "1.00", "1.x", "-1.0")) {
            refusedVersion(Status.APPROVED, nonsense);
        }
    }

    private static void refusedVersion(Status status, @Nullable String version) {
        var command = new RegisterExisting(
                "OCC0218",
                status,
                version,
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status == Status.RETIRED ? FROM : null,
                Content.titled("Title"),
                null,
                null,
                null);
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, command))
                .as("%s %s", status, version)
                .extracting(Problem::pointer)
                .containsOnly("/version");
    }

    @Test
    void datesWithoutAVersionAndDatesInTheFutureAreRefused() {
        LocalDate tomorrow = History.DAY.plusDays(1);
        var command = new RegisterExisting(
                "OCC0218",
                Status.POTENTIAL,
                null,
                2,
                10,
                null,
                null,
                null,
                tomorrow,
                tomorrow,
                tomorrow,
                FROM,
                null,
                Content.titled(" "),
                null,
                null,
                null);

        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, command))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/approvedOn",
                        "/effectiveFrom",
                        "/createdOn",
                        "/proposalApprovedOn",
                        "/approvedOn",
                        "/content/title");
    }

    /** Found by random lives: a version that had ended before it began. */
    @Test
    void whatIsOverHasBegun() {
        LocalDate tomorrow = History.DAY.plusDays(1);
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, retired(tomorrow, null)))
                .containsExactly(new Problem("/effectiveFrom", "lies in the future"));
        assertThat(new History()
                        .then(People.OFFICIAL, retired(null))
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.OFFICIAL,
                                new VersionCommand.CorrectDates("1.0", null, tomorrow, "Was a slip")))
                .containsExactly(new Problem("/effectiveFrom", "must not be after " + History.DAY));
    }

    private static RegisterExisting retired(@Nullable LocalDate lastDay) {
        return retired(FROM, lastDay);
    }

    private static RegisterExisting retired(LocalDate firstDay, @Nullable LocalDate lastDay) {
        return new RegisterExisting(
                "OCC0218",
                Status.RETIRED,
                "1.0",
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                firstDay,
                lastDay,
                Content.titled("Title"),
                null,
                null,
                null);
    }

    @Test
    void anEndedOneDidNotEndBeforeItBegan() {
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, retired(FROM.minusDays(1))))
                .containsExactly(new Problem("/effectiveTo", "lies before effectiveFrom"));
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, retired(History.DAY.plusDays(1))))
                .containsExactly(new Problem("/effectiveTo", "lies in the future"));
        StandardState known = new History().then(People.OFFICIAL, retired(FROM)).state();
        assertThat(known.inForceOn(FROM)).isNotNull();
        assertThat(known.inForceOn(FROM.plusDays(1))).isNull();
    }

    @Test
    void whereTheLastDayIsUnknownNothingIsInForceAndItEndedAtTheLatestWhenItCameBack() {
        History history = new History().then(People.OFFICIAL, retired(null));
        assertThat(history.state().inForceOn(FROM)).isNull();

        history.then(People.OFFICIAL, Examples.of(CommandName.REINSTATE));

        assertThat(history.state().versions().getFirst().endedOn()).isEqualTo(History.DAY);
    }

    @Test
    void productsFitTheStatusOfTheirStandard() {
        for (Status status : Status.values()) {
            for (ProductStatus product : ProductStatus.values()) {
                boolean versioned = status == Status.APPROVED || status == Status.RETIRED;
                var command = new RegisterExisting(
                        "OCC0218",
                        status,
                        versioned ? "1.0" : "0.0",
                        2,
                        10,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Content.titled("Title"),
                        List.of(product(218).in(product)),
                        null,
                        null);
                boolean fits = switch (product) {
                    case RETIRED -> true;
                    case IN_DEVELOPMENT -> status != Status.RETIRED && status != Status.WITHDRAWN;
                    case APPROVED_FOR_DELIVERY, STARTS_PAUSED -> status == Status.APPROVED;
                };
                if (fits) {
                    new History().then(People.OFFICIAL, command);
                } else {
                    assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, command))
                            .extracting(Problem::pointer)
                            .containsExactly("/products/0/status");
                }
            }
        }
    }

    @Test
    void theSameAgainChangesNothing() {
        var command = with(Examples.complete(), "1.3", List.of(product(218)));
        History history = new History().then(People.OFFICIAL, command).after(Duration.ofDays(3));

        assertThat(history.when(People.OFFICIAL, command)).isEmpty();
    }

    @Test
    void moreOfItReplacesWhatWasTakenOver() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.POTENTIAL, "0.0", Content.titled("Title"), null))
                .then(People.OFFICIAL, with(Examples.complete(), "1.3", List.of(product(null))))
                .then(People.OFFICIAL, with(Examples.reworded("More"), "1.3", List.of(product(218))))
                .then(People.OFFICIAL, with(Examples.reworded("More"), "1.4", List.of(product(218))));

        assertThat(history.state().version()).isEqualTo("1.4");
        assertThat(history.state().sequence()).isEqualTo(4);
        assertThat(history.state().published(History.DAY).summary()).isEqualTo("More");
    }

    @Test
    void whatWasRecordedIsNotContradicted() {
        History history =
                new History().then(People.OFFICIAL, with(optioned("Care", "Labs"), "1.3", List.of(product(218))));

        for (String version : List.of("1.2", "1.5", "3.0", "2.1")) {
            assertThat(history.refused(
                            Refusal.CONTRADICTS_RECORD,
                            People.OFFICIAL,
                            with(optioned("Care", "Labs"), version, List.of(product(218)))))
                    .as(version)
                    .extracting(Problem::pointer)
                    .containsExactly("/version");
        }
        assertThat(history.refused(
                        Refusal.CONTRADICTS_RECORD,
                        People.OFFICIAL,
                        with(optioned("Care", "Labs"), "1.3", List.of(product(null)))))
                .extracting(Problem::pointer)
                .containsExactly("/products");
        assertThat(history.refused(
                        Refusal.CONTRADICTS_RECORD,
                        People.OFFICIAL,
                        with(optioned("Care", "Laboratories"), "1.3", List.of())))
                .extracting(Problem::pointer)
                .containsExactly("/products", "/content/options");
        history.then(People.OFFICIAL, with(optioned("Care", "Labs", "Research"), "1.3", List.of(product(219))))
                .then(People.OFFICIAL, with(optioned("Other"), "2.0", List.of(product(219))));
    }

    @Test
    void whatSomebodyHasWorkedOnIsNotTakenOverAgain() {
        var command = with(Examples.complete(), "1.3", List.of());
        History history = new History()
                .then(People.OFFICIAL, command)
                .then(People.OFFICIAL, Examples.of(CommandName.SET_GREEN_THEME));

        history.refused(Refusal.ALREADY_EXISTS, People.OFFICIAL, command);
        Examples.potential().refused(Refusal.ALREADY_EXISTS, People.OFFICIAL, command);
        history.refused(Refusal.ALREADY_EXISTS, People.OFFICIAL, Examples.propose());
    }

    @Test
    void everythingThatIsWrongWithARecordIsSaidAtOnce() {
        var content = Content.titled("x".repeat(1_001));
        var product = new Product(
                ProductType.APPRENTICESHIP,
                "603/1234/X",
                0,
                null,
                ProductStatus.IN_DEVELOPMENT,
                9,
                null,
                null,
                false,
                false,
                false);
        var record = new RegisterExisting(
                "OCC0001",
                Status.APPROVED,
                "0.3",
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                content,
                List.of(product),
                null,
                null);

        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, record))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/version", "/content/title", "/products/0/code", "/products/0/larsCode", "/products/0/level");
    }

    @Test
    void aVersionBelowOneIsNone() {
        for (Status status : List.of(Status.POTENTIAL, Status.IN_DEVELOPMENT, Status.APPROVED)) {
            assertThat(new History()
                            .refused(
                                    Refusal.INVALID_INPUT,
                                    People.OFFICIAL,
                                    Examples.register(status, "0.3", Content.titled("Title"), null)))
                    .as(status.name())
                    .extracting(Problem::pointer)
                    .containsExactly("/version");
        }
    }

    @Test
    void theVersionsBeforeStayAndEndTheDayBeforeTheNextOneStarts() {
        LocalDate next = History.DAY.plusDays(10);
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM))
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.1", Examples.reworded("New"), next));

        StandardState state = history.state();
        assertThat(state.versions()).extracting(Version::number).containsExactly("1.0", "1.1");
        assertThat(state.effectiveTo(state.versions().getFirst())).isEqualTo(next.minusDays(1));
        assertThat(Objects.requireNonNull(state.inForceOn(History.DAY)).number())
                .isEqualTo("1.0");
        assertThat(Objects.requireNonNull(state.inForceOn(next)).number()).isEqualTo("1.1");
        assertThat(history.when(
                        People.OFFICIAL, Examples.register(Status.APPROVED, "1.1", Examples.reworded("New"), next)))
                .isEmpty();
        assertThat(ConsumerOracle.complaints(history.events(), state)).isEmpty();
    }

    @Test
    void aVersionStartsAfterTheOneBefore() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM));

        assertThat(history.refused(
                        Refusal.CONTRADICTS_RECORD,
                        People.OFFICIAL,
                        Examples.register(Status.APPROVED, "1.1", Examples.complete(), FROM)))
                .extracting(Problem::pointer)
                .containsExactly("/effectiveFrom");
    }

    /** Both would be in force from the first day of the first for ever. */
    @Test
    void aVersionThatFollowsSaysWhenItStarts() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM));
        RegisterExisting undated = Examples.register(Status.APPROVED, "1.1", Examples.complete(), null);
        var missing =
                new Problem("/effectiveFrom", "must be given: version 1.1 follows 1.0, which ends the day before");

        assertThat(history.refused(Refusal.CONTRADICTS_RECORD, People.OFFICIAL, undated))
                .containsExactly(missing);
        history.then(
                People.OFFICIAL, Examples.register(Status.APPROVED, "1.1", Examples.complete(), FROM.plusYears(1)));
        assertThat(history.refused(Refusal.CONTRADICTS_RECORD, People.OFFICIAL, undated))
                .as("nor does it lose its day")
                .containsExactly(missing);
        assertThat(Effective.at(
                        history.events(),
                        FROM.plusYears(1)
                                .minusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant(),
                        ZoneOffset.UTC))
                .map(StandardState::version)
                .contains("1.0");
    }

    @Test
    void theFirstVersionMayHaveBegunOnADayThatNobodyKnows() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.complete(), null))
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.reworded("More"), null))
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.1", Examples.complete(), FROM));

        StandardState state = history.state();
        assertThat(state.effectiveTo(state.versions().getFirst())).isEqualTo(FROM.minusDays(1));
        assertThat(ConsumerOracle.complaints(history.events(), state)).isEmpty();
    }

    @Test
    void whatHasAVersionIsNotTakenOverWithoutOne() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM));

        assertThat(history.refused(
                        Refusal.CONTRADICTS_RECORD,
                        People.OFFICIAL,
                        Examples.register(Status.IN_DEVELOPMENT, "0.0", Examples.complete(), null)))
                .extracting(Problem::pointer)
                .containsExactly("/version");
    }

    @Test
    void nothingGoesBack() {
        History retired = new History()
                .then(People.OFFICIAL, Examples.register(Status.RETIRED, "1.0", Examples.complete(), FROM));
        assertThat(retired.refused(
                        Refusal.CONTRADICTS_RECORD,
                        People.OFFICIAL,
                        Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM)))
                .containsExactly(new Problem("/status", "goes back: it is recorded as retired"));

        History delivered =
                new History().then(People.OFFICIAL, with(Examples.complete(), "1.3", List.of(product(218))));
        Product paused = product(218).in(ProductStatus.STARTS_PAUSED);
        Product developed = product(218).in(ProductStatus.IN_DEVELOPMENT);
        delivered.then(People.OFFICIAL, with(Examples.complete(), "1.3", List.of(paused)));
        assertThat(delivered.refused(
                        Refusal.CONTRADICTS_RECORD,
                        People.OFFICIAL,
                        with(Examples.complete(), "1.3", List.of(developed))))
                .extracting(Problem::pointer)
                .containsExactly("/products");
    }

    @Test
    void theLevelIsThatOfTheVersion() {
        History history = new History()
                .then(People.OFFICIAL, Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM));
        RegisterExisting same = Examples.register(Status.APPROVED, "1.0", Examples.complete(), FROM);
        RegisterExisting other = new RegisterExisting(
                same.reference(),
                same.status(),
                same.version(),
                3,
                same.route(),
                same.pathway(),
                same.cluster(),
                same.group(),
                same.createdOn(),
                same.proposalApprovedOn(),
                same.approvedOn(),
                same.effectiveFrom(),
                same.effectiveTo(),
                same.content(),
                same.products(),
                same.green(),
                same.progression());

        assertThat(history.refused(Refusal.CONTRADICTS_RECORD, People.OFFICIAL, other))
                .containsExactly(new Problem("/level", "is 3; it is 2 within version 1.0"));
    }
}
