package org.occupationalstandards.notifications.work;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.occupationalstandards.notifications.WorkSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;

/** What the directory of people says of somebody. */
@Component
class Directory {

    private static final Colleague.Access NONE = new Colleague.Access(Set.of(), Set.of(), Set.of());

    private final OtherServices services;
    private final WorkSettings settings;

    Directory(OtherServices services, WorkSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    /** The id of somebody of the directory; those of other issuers need not look like one, and are none of its. */
    static Optional<UUID> id(String person) {
        try {
            return Optional.of(UUID.fromString(person));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    /** What they may do by now; nothing for whom it does not know. */
    Colleague.Access access(UUID person) {
        try {
            var access = services.get(URI.create(settings.directory() + "/people/" + person + "/access"));
            return new Colleague.Access(
                    texts(access.path("roles")),
                    texts(access.path("groups")).stream().map(UUID::fromString).collect(Collectors.toSet()),
                    access.path("routes").valueStream().map(JsonNode::asInt).collect(Collectors.toSet()));
        } catch (HttpClientErrorException.NotFound unknown) {
            return NONE;
        }
    }

    /** Those of at most a hundred people who were erased. */
    Set<String> erased(Collection<UUID> people) {
        var ids = people.stream().map(id -> "id=" + id).collect(Collectors.joining("&"));
        return services.get(URI.create(settings.directory() + "/people?" + ids))
                .valueStream()
                .filter(entry -> entry.path("erased").asBoolean())
                .map(entry -> entry.path("id").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
