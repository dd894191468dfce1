package org.occupationalstandards.identity.example;

import java.time.Duration;
import org.occupationalstandards.identity.IdentitySettings;
import org.occupationalstandards.identity.people.People;
import org.occupationalstandards.identity.signin.ClientPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Puts the examples in on the first start with them; where they are switched off again, nobody can use them any more. */
@Component
class ExamplePeople implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(ExamplePeople.class);

    /** Before the internal ids of example clients. */
    private static final String MARK = "example-";

    private final IdentitySettings settings;
    private final People people;
    private final RegisteredClientRepository clients;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;

    ExamplePeople(
            IdentitySettings settings,
            People people,
            RegisteredClientRepository clients,
            PasswordEncoder passwords,
            JdbcClient jdbc) {
        this.settings = settings;
        this.people = people;
        this.clients = clients;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        if (!settings.examples()) {
            jdbc.sql("delete from oauth2_registered_client where id like :mark")
                    .param("mark", MARK + "%")
                    .update();
            return;
        }
        log.warn("The example people exist, and their passwords are their names: for trying out only");
        // Hashing is slow on purpose, so only what is missing is hashed, and on all processors.
        ExamplePerson.all().parallelStream().forEach(this::add);
    }

    private void add(ExamplePerson example) {
        var person = example.person();
        if (people.find(person.id()).isEmpty()) {
            people.add(person, example.username(), passwords.encode(example.username()), true);
        }
        if (people.active(person.id()).isPresent() && clients.findByClientId(example.username()) == null) {
            clients.save(client(example));
        }
    }

    private RegisteredClient client(ExamplePerson example) {
        return RegisteredClient.withId(MARK + example.username())
                .clientId(example.username())
                .clientName(example.name())
                .clientSecret(passwords.encode(example.username()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientPerson.settings(example.person().id()).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build())
                .build();
    }
}
