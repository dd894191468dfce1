package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmployerNameTest {

    @Test
    void spellingsOfOneNameHaveOneKey() {
        assertThat(List.of("Foster + Partners", "FOSTER & PARTNERS LTD", "Foster and Partners (lead employer)"))
                .extracting(EmployerName::key)
                .containsOnly("foster partners");
        assertThat(EmployerName.key("St. Mary's Hospital")).isEqualTo(EmployerName.key("St Mary’s  hospital"));
        assertThat(EmployerName.key("Société Générale")).isEqualTo(EmployerName.key("Societe Generale plc"));
    }

    @Test
    void aNameOfNothingButEmptyWordsIsItself() {
        assertThat(EmployerName.key("The Company")).isEqualTo("the company");
        assertThat(EmployerName.key("")).isEmpty();
        assertThat(EmployerName.key("***")).isEmpty();
    }

    @Test
    void differentEmployersHaveDifferentKeys() {
        assertThat(EmployerName.key("Moorfields Eye Hospital NHS Foundation Trust"))
                .isNotEqualTo(EmployerName.key("Sherwood Forest Hospitals NHS Foundation Trust"));
    }

    @Test
    void theSameEmployerIsOfferedUnderItsOtherSpellings() {
        List<String> known = List.of(
                "East Kent Hospitals University NHS Foundation Trust",
                "East Kent Hospital University NHS Foundation Trust",
                "East Suffolk and North Essex NHS Foundation Trust",
                "Siemens PLC");

        assertThat(EmployerName.alike("East Kent Hospitals University NHS Foundation Trust Employer", known))
                .containsExactly(
                        "East Kent Hospitals University NHS Foundation Trust",
                        "East Kent Hospital University NHS Foundation Trust");
        assertThat(EmployerName.alike("siemens", known)).containsExactly("Siemens PLC");
        assertThat(EmployerName.alike("Siemans", known)).containsExactly("Siemens PLC");
        assertThat(EmployerName.alike("Rolls-Royce", known)).isEmpty();
    }

    @Test
    void likenessIsTheSameBothWaysAndWholeOnlyForEqualKeys() {
        assertThat(EmployerName.likeness("BDP", "ARUP")).isEqualTo(EmployerName.likeness("ARUP", "BDP"));
        assertThat(EmployerName.likeness("ARUP", "Arup Ltd")).isEqualTo(1);
        assertThat(EmployerName.likeness("ARUP", "BDP")).isLessThan(0.75);
    }

    @Test
    void theLikestComesFirstWhateverTheirOrder() {
        List<String> known =
                List.of("East Kent Hospital Group", "East Kent Hospitals Group Services", "East Kent Hospitals Group");

        assertThat(EmployerName.alike("East Kent Hospitals Group", known))
                .containsExactly(
                        "East Kent Hospitals Group", "East Kent Hospital Group", "East Kent Hospitals Group Services");
    }

    /** Three words of four are enough; two of three are not. */
    @Test
    void threeWordsOfFourInCommonAreAlike() {
        assertThat(EmployerName.alike("Acorn Bridge Castle Dunes", List.of("Acorn Bridge Castle")))
                .hasSize(1);
        assertThat(EmployerName.alike("Acorn Bridge Castle", List.of("Acorn Bridge")))
                .isEmpty();
    }

    @Test
    void onlyWordsOfFiveLettersMayDifferByOne() {
        assertThat(EmployerName.likeness("Acorn", "Acern")).isGreaterThan(0.75);
        assertThat(EmployerName.likeness("Acorn", "Acorns")).isGreaterThan(0.75);
        assertThat(EmployerName.likeness("Acorn", "Corn")).as("corn has four").isZero();
        assertThat(EmployerName.likeness("Corn", "Born")).isZero();
        assertThat(EmployerName.likeness("Acorn", "Acers")).as("two letters").isZero();
        assertThat(EmployerName.likeness("Bridges", "Abridge"))
                .as("one off, one on")
                .isZero();
    }
}
