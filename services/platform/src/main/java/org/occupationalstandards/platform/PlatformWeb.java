package org.occupationalstandards.platform;

import org.occupationalstandards.platform.description.PlatformDescription;
import org.occupationalstandards.platform.problem.PlatformProblems;
import org.occupationalstandards.platform.security.PlatformSecurity;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything for a service with an HTTP interface: problems (RFC 9457), bearer-token security, OpenAPI. A service that imports this declares
 * one {@link org.occupationalstandards.platform.security.AccessRules} bean; what it does not mention there is refused.
 */
@Configuration(proxyBeanMethods = false)
@Import({PlatformProblems.class, PlatformSecurity.class, PlatformDescription.class})
public class PlatformWeb {}
