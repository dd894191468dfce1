package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/lifecycle.md} is the table of commands, as it is. {@code -Dwrite=true} writes it anew. */
class LifecyclePageTest {

    private static final Path PAGE = Path.of("../../docs/lifecycle.md");

    @Test
    void the_page_says_what_the_table_says() throws IOException {
        if (Boolean.getBoolean("write")) Files.writeString(PAGE, page());
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Commands, who may give them, and who is told

                Written by a test from the one table of commands (`CommandName`); another test walks every stage, every command
                and every role and sees that this is what happens. A role reaches only so far: a chair or a member to the
                standards of their group, a panel member to those of their routes. Whoever took part in a matter does not decide
                on it.

                | command | what it does | who | while the standard | event | who is told |
                |---|---|---|---|---|---|
                """);
        for (CommandName command : CommandName.values()) {
            page.append("| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            command.wireName(),
                            command.does(),
                            list(command.roles(), Role::says),
                            list(command.stages(), Stage::says),
                            list(command.events(), event -> "`" + event.getSimpleName() + "`"),
                            list(command.told(), Audience::says)));
        }
        page.append("\n## Refusals\n\n| code | status | what it says |\n|---|---|---|\n");
        Arrays.stream(Refusal.values())
                .sorted(Comparator.comparing(Refusal::kind).thenComparing(Refusal::name))
                .forEach(refusal -> page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                refusal.name(),
                                refusal.kind().name().toLowerCase(java.util.Locale.ROOT),
                                refusal.says())));
        return page.toString();
    }

    private static <T> String list(Collection<T> all, java.util.function.Function<T, String> says) {
        return all.stream().map(says).collect(Collectors.joining(", "));
    }
}
