package org.occupationalstandards.standards.importing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.importing.DataFiles;
import org.occupationalstandards.standards.importing.ImportRecord;
import org.occupationalstandards.standards.importing.ImportedStandard;
import org.occupationalstandards.standards.importing.OccupationsCsv;
import org.occupationalstandards.standards.importing.PageText;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.ProductStatus;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardLifecycle;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** What successive files about one standard come to, with the rulebook and without a database. */
class RegistrationTest {

    private static final String PAGE = DataFiles.example("OCC0218.txt");

    private StandardState state = StandardState.none();

    @Test
    void aPageAddsToTheFactsAndTakesNothingAway() {
        assertThat(register(row("OCC0218"))).hasSize(1);

        assertThat(register(page(PAGE))).hasSize(1);

        assertThat(state.classification().pathway()).isEqualTo("Healthcare Science");
        assertThat(state.products())
                .singleElement()
                .satisfies(product -> assertThat(product.larsCode()).isEqualTo(99));
        assertThat(state.versions().getLast().approvedOn()).hasToString("2016-05-10");
        assertThat(state.draft().content().knowledge()).hasSize(35);
        assertThat(state.draft().content().employers()).hasSize(21);
    }

    @Test
    void theSameFilesAgainChangeNothingInAnyOrder() {
        register(row("OCC0218"));
        register(page(PAGE));

        assertThat(register(page(PAGE))).isEmpty();
        assertThat(register(row("OCC0218"))).isEmpty();
    }

    @Test
    void aStatementKeepsItsIdWhenItsLabelChanges() {
        register(page(PAGE));
        List<Statement> before = state.draft().content().behaviours();

        register(page(PAGE.replace("\nB1: ", "\nB1: Something new.\nB2: ")
                .replace("\nB2: Champion", "\nB3: Champion")
                .replace("\nB3: Show", "\nB4: Show")
                .replace("\nB4: Be honest", "\nB5: Be honest")
                .replace("\nB5: Committed", "\nB6: Committed")
                .replace("\nB6: Committed to working", "\nB7: Committed to working")));

        List<Statement> after = state.draft().content().behaviours();
        assertThat(after.subList(1, 7)).isEqualTo(before);
        assertThat(after.getFirst().text()).isEqualTo("Something new.");
        assertThat(after).extracting(Statement::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWithdrawnTakesItsProductsAlong() {
        register(row("OCC9001", "In development"));
        assertThat(state.products())
                .singleElement()
                .satisfies(product -> assertThat(product.status()).isEqualTo(ProductStatus.IN_DEVELOPMENT));

        assertThat(register(row("OCC9001", "Withdrawn"))).hasSize(1);

        assertThat(state.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(state.products()).singleElement().satisfies(product -> {
            assertThat(product.code()).isEqualTo("ST9001");
            assertThat(product.larsCode()).isEqualTo(901);
            assertThat(product.status()).isEqualTo(ProductStatus.RETIRED);
        });
        assertThat(register(row("OCC9001", "Withdrawn"))).isEmpty();
    }

    @Test
    void whatIsRetiredTakesItsProductsAlong() {
        register(row("OCC0218"));
        assertThat(state.products())
                .singleElement()
                .satisfies(product -> assertThat(product.status()).isEqualTo(ProductStatus.APPROVED_FOR_DELIVERY));

        register(page(PAGE.replace("Approved occupation", "Retired occupation")));

        assertThat(state.status()).isEqualTo(Status.RETIRED);
        assertThat(state.products())
                .singleElement()
                .satisfies(product -> assertThat(product.status()).isEqualTo(ProductStatus.RETIRED));
    }

    @Test
    void whatGoesOnKeepsTheProductsOfWhichAFileSaysNothing() {
        register(row("OCC9001", "In development"));

        register(row("OCC9001", "Decommissioned"));

        assertThat(state.status()).isEqualTo(Status.POTENTIAL);
        assertThat(state.products())
                .singleElement()
                .satisfies(product -> assertThat(product.status()).isEqualTo(ProductStatus.IN_DEVELOPMENT));
    }

    private List<StandardEvent> register(ImportedStandard read) {
        var official = new Caller("official", Set.of(Role.OFFICIAL), Set.of(), Set.of());
        List<StandardEvent> events = StandardLifecycle.decide(
                Registration.of(read, state.exists() ? Optional.of(state) : Optional.empty()),
                state,
                new Circumstances(official, Instant.parse("2026-11-22T12:00:00Z"), LifecyclePolicy.defaults()));
        events.forEach(event -> state = state.after(event));
        return events;
    }

    private static ImportedStandard page(String text) {
        return ((ImportRecord.Accepted) PageText.read(text)).standard();
    }

    private static ImportedStandard row(String reference) {
        return found(reference, DataFiles.example("occupations.csv"));
    }

    /** As published in 2026, with an apprenticeship on it. */
    private static ImportedStandard row(String reference, String status) {
        return found(reference, """
                reference,title,level,route,status2026,apprenticeship,larsCode
                %s,Cooper,3,Engineering and manufacturing,%s,ST%s,901
                """.formatted(reference, status, reference.substring(3)));
    }

    private static ImportedStandard found(String reference, String csv) {
        List<ImportedStandard> found = new ArrayList<>();
        OccupationsCsv.read(csv, record -> {
            if (record instanceof ImportRecord.Accepted accepted
                    && accepted.record().equals(reference)) {
                found.add(accepted.standard());
            }
        });
        return found.getFirst();
    }
}
