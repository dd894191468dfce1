package org.occupationalstandards.platform.security;

import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * An issuer that lives in this very process, and whose keys need not be fetched over HTTP from itself. A bean of this kind is trusted
 * beside the issuers that are configured.
 *
 * @param uri the issuer exactly as it stands in tokens
 * @param decoder checks a token completely, the issuer included
 */
public record LocalIssuer(String uri, JwtDecoder decoder) {}
