package org.occupationalstandards.standards.publishing;

import tools.jackson.databind.json.JsonMapper;

/** How published data is written: whatever the service's own settings for its API are. */
final class PublishedJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PublishedJson() {}
}
