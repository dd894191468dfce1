package org.occupationalstandards.notifications.email;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Where mail goes, and how its text is written. */
@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

    /** To the server where one is configured, else to the page, else nowhere. */
    @Bean
    Outbox outbox(ObjectProvider<JavaMailSender> server, EmailSettings settings, JdbcClient jdbc) {
        var configured = server.getIfAvailable();
        if (configured != null) return new SmtpOutbox(configured, settings);
        if (settings.outboxPage()) return new StoredOutbox(jdbc);
        return mail -> {
            throw new MailSendException("No mail server is configured");
        };
    }

    /** Templates whose name ends in .txt; all others are HTML. */
    @Bean
    ClassLoaderTemplateResolver textTemplates() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/notifications/");
        templates.setResolvablePatterns(Set.of("*.txt"));
        templates.setTemplateMode(TemplateMode.TEXT);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setOrder(0);
        return templates;
    }
}
