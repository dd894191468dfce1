package org.occupationalstandards.identity.signin;

import java.time.Duration;
import org.occupationalstandards.identity.IdentitySettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The workspace, where people sign in. It has no secret, so every sign-in is tied to its own proof key (PKCE). */
@Component
class WorkspaceClient implements InitializingBean {

    private static final String ID = "workspace";

    private final RegisteredClientRepository clients;
    private final IdentitySettings.Workspace settings;

    WorkspaceClient(RegisteredClientRepository clients, IdentitySettings settings) {
        this.clients = clients;
        this.settings = settings.workspace();
    }

    /** On every start: its addresses may have been configured anew. */
    @Override
    public void afterPropertiesSet() {
        clients.save(RegisteredClient.withId(ID)
                .clientId(ID)
                .clientName("Workspace")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(settings.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(settings.postLogoutRedirectUris()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofHours(1))
                        .build())
                .build());
    }
}
