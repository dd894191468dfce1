package org.occupationalstandards.identity;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this issuer is set up.
 *
 * @param issuer what stands as {@code iss} in tokens: the address that callers know this service by
 * @param examples whether the example people and clients exist, whose passwords are their names
 */
@ConfigurationProperties("identity")
public record IdentitySettings(
        String issuer,
        @DefaultValue("false") boolean examples,
        @DefaultValue Workspace workspace,
        @DefaultValue Keys keys,
        @DefaultValue Attempts attempts) {

    /**
     * The workspace signs people in here.
     *
     * @param redirectUris where a sign-in may lead back to, compared exactly
     * @param postLogoutRedirectUris where a sign-out may lead back to, compared exactly
     */
    public record Workspace(
            @DefaultValue List<String> redirectUris,
            @DefaultValue List<String> postLogoutRedirectUris) {}

    /**
     * The keys that tokens are signed with.
     *
     * @param password encrypts private keys in the database; null leaves them readable to whoever can read the database
     * @param rotateAfter age at which a key is replaced by a new one
     * @param announce how long a new key is published before it signs, for those who keep a copy of the key set
     * @param keep how long a replaced key is still published: longer than any token lives
     */
    public record Keys(
            @Nullable String password,
            @DefaultValue("90d") Duration rotateAfter,
            @DefaultValue("5m") Duration announce,
            @DefaultValue("25h") Duration keep) {}

    /**
     * How often a wrong password or secret may be tried.
     *
     * @param failuresPerAccount for one name from one address
     * @param failuresPerAddress from one address, whatever the name
     * @param within the time in which that many failures are forgiven
     */
    public record Attempts(
            @DefaultValue("10") int failuresPerAccount,
            @DefaultValue("100") int failuresPerAddress,
            @DefaultValue("5m") Duration within) {}
}
