package org.occupationalstandards.catalogue.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void wordsThatStayAreToldApartFromThoseThatDoNot() {
        assertThat(Wording.between("The scope of own role.", "The wide scope of one's role."))
                .containsExactly(
                        new Wording.Piece(Wording.Fate.SAME, "The "),
                        new Wording.Piece(Wording.Fate.INSERTED, "wide "),
                        new Wording.Piece(Wording.Fate.SAME, "scope of "),
                        new Wording.Piece(Wording.Fate.DELETED, "own "),
                        new Wording.Piece(Wording.Fate.INSERTED, "one's "),
                        new Wording.Piece(Wording.Fate.SAME, "role."));
        assertThat(Wording.between("", "x")).containsExactly(new Wording.Piece(Wording.Fate.INSERTED, "x"));
        assertThat(Wording.between("a <b> & c", "a <b> & c"))
                .containsExactly(new Wording.Piece(Wording.Fate.SAME, "a <b> & c"));
    }
}
