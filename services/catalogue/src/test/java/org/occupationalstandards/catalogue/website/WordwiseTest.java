package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.catalogue.website.Wordwise.Kind;

class WordwiseTest {

    @Test
    void marksTheWordsThatDiffer() {
        assertThat(shown("probity, honesty and integrity", "probity, candour and integrity"))
                .isEqualTo("probity, -honesty-+candour+ and integrity");
    }

    @Test
    void keepsWordsThatWereReplacedTogetherInOnePiece() {
        assertThat(shown("Act in line with rules", "Behave well with rules"))
                .isEqualTo("-Act in line-+Behave well+ with rules");
    }

    @Test
    void takesAnAmountAsOneWord() {
        assertThat(shown("£34,605", "£35,210")).isEqualTo("-£34,605-+£35,210+");
    }

    @Test
    void losesNoCharacter() {
        String before = "A <b>bold</b> \"claim\"\n & more £1,000.50";
        String after = "A bold \"claim\" & much more  £1,000.5";

        var runs = Wordwise.difference(before, after);

        assertThat(runs.stream()
                        .filter(run -> run.kind() != Kind.ADDED)
                        .map(Wordwise.Run::text)
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(runs.stream()
                        .filter(run -> run.kind() != Kind.REMOVED)
                        .map(Wordwise.Run::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }

    private static String shown(String before, String after) {
        return Wordwise.difference(before, after).stream()
                .map(run -> switch (run.kind()) {
                    case SAME -> run.text();
                    case REMOVED -> "-" + run.text() + "-";
                    case ADDED -> "+" + run.text() + "+";
                })
                .collect(Collectors.joining());
    }
}
