package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.occupationalstandards.catalogue.entry.ProductChange;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ChangePart;
import org.occupationalstandards.contracts.ProductType;

/** Two changes of one standard's products, one after the other, read differently. */
class ProductNewsTest {

    private static Change change(ChangeKind kind, @Nullable String field, @Nullable String before, String after) {
        return new Change(kind, ChangePart.PRODUCT, null, field, "TL01", "TL01", before, after);
    }

    private static String news(Change... changes) {
        return ProductNews.of(new ProductChange(ProductType.T_LEVEL, "TL01", List.of(changes)));
    }

    @ParameterizedTest
    @CsvSource({
        "in-development, approved-for-delivery, approved for delivery",
        "approved-for-delivery, starts-paused, closed to new starts for now",
        "starts-paused, approved-for-delivery, open to new starts again",
        "approved-for-delivery, retired, retired",
        "retired, approved-for-delivery, approved for delivery",
        "retired, in-development, in development again",
        "retired, of-another-kind, changed"
    })
    void aNewStatusIsNamed(String before, String after, String said) {
        assertThat(news(change(ChangeKind.CHANGED, "status", before, after))).isEqualTo("T Level TL01 " + said);
    }

    @Test
    void factsThatChangedAreNamedTogether() {
        assertThat(news(
                        change(ChangeKind.CHANGED, "larsCode", null, "99"),
                        change(ChangeKind.CHANGED, "maximumFunding", "8000", "9000")))
                .isEqualTo("T Level TL01 changed (LARS code, maximum funding)");
    }

    @Test
    void aStatusComesBeforeTheFacts() {
        assertThat(news(
                        change(ChangeKind.CHANGED, "status", "in-development", "approved-for-delivery"),
                        change(ChangeKind.CHANGED, "larsCode", null, "99")))
                .isEqualTo("T Level TL01 approved for delivery, changed (LARS code)");
    }

    @Test
    void aProductThatIsNewIsSaidToBeAdded() {
        assertThat(news(change(ChangeKind.ADDED, null, null, "in-development"))).isEqualTo("T Level TL01 added");
    }

    @Test
    void aDifferenceThatSaysNothingIsAChangeAllTheSame() {
        assertThat(news()).isEqualTo("T Level TL01 changed");
    }
}
