package org.occupationalstandards.notifications.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What has happened is said as something past, whatever it was. */
class DeedTest {

    private static final String DOES = "Does what nobody has heard of.";

    private static String said(String command) {
        return Deed.of(new Telling(
                "id",
                "OCC0218",
                "Title",
                1,
                null,
                Instant.EPOCH,
                command,
                DOES,
                "somebody",
                List.of(),
                null,
                List.of()));
    }

    @Test
    void everyCommandOnAStandardHasASentence() throws IOException {
        var rulebook = Files.readString(Path.of("../../docs/rulebook.md")).split("\n## Employer groups\n", 2)[0];
        var commands = Pattern.compile("^### `([a-z-]+)`$", Pattern.MULTILINE)
                .matcher(rulebook)
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .toList();

        assertThat(commands)
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        command -> assertThat(said(command)).isNotEqualTo(DOES).endsWith("."));
    }

    @Test
    void aCommandOfALaterReleaseSaysWhatItDoes() {
        assertThat(said("do-something-new")).isEqualTo(DOES);
    }
}
