package org.occupationalstandards.identity.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/** Whom a machine client acts as. A client without such a person (the workspace, say) gets tokens only for people who sign in. */
public final class ClientPerson {

    private static final String SETTING = "settings.client.person";

    private ClientPerson() {}

    public static ClientSettings.Builder settings(UUID person) {
        var settings = ClientSettings.builder();
        settings.setting(SETTING, person.toString());
        return settings;
    }

    static Optional<UUID> of(RegisteredClient client) {
        return Optional.ofNullable(client.getClientSettings().<String>getSetting(SETTING))
                .map(UUID::fromString);
    }
}
