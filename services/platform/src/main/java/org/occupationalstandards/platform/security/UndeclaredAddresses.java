package org.occupationalstandards.platform.security;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses every address that a service has but did not declare in its {@link AccessRules}. An address that it does not have is let
 * through, to be answered with 404 (or 405 for another method) and not with a misleading 401.
 */
class UndeclaredAddresses implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<HandlerMapping> mappings;

    UndeclaredAddresses(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(!exists(context));
    }

    private boolean exists(RequestAuthorizationContext context) {
        var request = context.getRequest();
        ServletRequestPathUtils.parseAndCache(request);
        for (var mapping : List.copyOf(mappings.orderedStream().toList())) {
            try {
                if (mapping.getHandler(request) != null) {
                    return true;
                }
            } catch (Exception refused) {
                // 405, 406 and 415 are the mapping's own answers, and no controller runs for them.
                if (!(refused instanceof ErrorResponse answer)
                        || !answer.getStatusCode().is4xxClientError()) {
                    return true;
                }
            }
        }
        return false;
    }
}
