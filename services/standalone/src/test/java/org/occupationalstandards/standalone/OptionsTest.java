package org.occupationalstandards.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.occupationalstandards.embedded.CannotStart;

class OptionsTest {

    @Test
    void hasDefaultsForEverything() {
        assertThat(Options.parse()).isEqualTo(new Options(Path.of(".data"), 8080, 9092, false, false));
    }

    @Test
    void takesEveryOption() {
        assertThat(Options.parse("--data", "kept", "--http-port", "9000", "--kafka-port", "9500", "--empty"))
                .isEqualTo(new Options(Path.of("kept"), 9000, 9500, true, false));
    }

    @Test
    void theLastOfTwoCounts() {
        assertThat(Options.parse("--data", "first", "--data", "second").data()).isEqualTo(Path.of("second"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --colour                          | There is no option --colour; ./start --help lists the options there are.
            --http-port                       | The option --http-port needs a value; ./start --help lists the options.
            --http-port eighty                | --http-port needs a number from 1 to 65531, not "eighty".
            --http-port 65532                 | --http-port needs a number from 1 to 65531, not "65532".
            --kafka-port 0                    | --kafka-port needs a number from 1 to 65535, not "0".
            --http-port 9090                  | Port 9092 is wanted both for Kafka (--kafka-port) and for a service (--http-port 9090 and the next four).
            """)
    void refusesInOneSentenceWhatItCannotUse(String commandLine, String sentence) {
        assertThatThrownBy(() -> Options.parse(commandLine.split(" ")))
                .isInstanceOf(CannotStart.class)
                .hasMessage(sentence);
    }
}
