package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Products on a standard, which have a life of their own. */
class ProductsTest {

    private static final ProductEvent.StartsPaused PAUSED = new ProductEvent.StartsPaused(
            product(ProductStatus.STARTS_PAUSED), "Under review", "official", History.START);

    private static Product product(ProductStatus status) {
        return new Product(ProductType.APPRENTICESHIP, "ST0218", 218, null, status, 2, 14, 4_000, false, false, false);
    }

    private static ProductCommand.AddProduct add(ProductType type, String code) {
        return new ProductCommand.AddProduct(type, code, null, null, null, null, null, null, null, null);
    }

    private static ProductCommand.ChangeProduct change(@Nullable Integer larsCode, @Nullable String reason) {
        return new ProductCommand.ChangeProduct("ST0218", larsCode, null, 2, 14, 4_000, false, false, false, reason);
    }

    @Test
    void aProductStartsInDevelopmentAndIsApprovedPausedResumedRetiredReinstated() {
        History history = Situation.APPROVED.history();

        assertThat(history.state().product("ST0218")).isEqualTo(product(ProductStatus.IN_DEVELOPMENT));
        history.then(People.OFFICIAL, Examples.of(CommandName.APPROVE_PRODUCT));
        assertThat(history.state().product("ST0218")).isEqualTo(product(ProductStatus.APPROVED_FOR_DELIVERY));
        assertThat(history.when(People.OFFICIAL, Examples.of(CommandName.PAUSE_STARTS)))
                .containsExactly(PAUSED);
        history.then(People.OFFICIAL, Examples.of(CommandName.RESUME_STARTS));
        assertThat(history.state().product("ST0218")).isEqualTo(product(ProductStatus.APPROVED_FOR_DELIVERY));
        history.then(People.OFFICIAL, Examples.of(CommandName.RETIRE_PRODUCT));
        assertThat(history.state().product("ST0218")).isEqualTo(product(ProductStatus.RETIRED));
        history.then(People.OFFICIAL, Examples.of(CommandName.REINSTATE_PRODUCT));
        assertThat(history.state().product("ST0218")).isEqualTo(product(ProductStatus.IN_DEVELOPMENT));
        assertThat(history.state().products()).hasSize(1);
    }

    @Test
    void onlyWhatIsDeliveredIsPausedOnlyWhatIsPausedResumes() {
        History history = Situation.APPROVED.history();

        assertThat(history.refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(CommandName.PAUSE_STARTS)))
                .containsExactly(new Problem("", "ST0218 is in development."));
        history.refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(CommandName.RESUME_STARTS));
        history.refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(CommandName.REINSTATE_PRODUCT));
        history.then(People.OFFICIAL, Examples.of(CommandName.RETIRE_PRODUCT));
        history.refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(CommandName.RETIRE_PRODUCT));
        history.refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(CommandName.APPROVE_PRODUCT));
    }

    @Test
    void whereThereIsNoProductNothingIsDoneToOneWhateverItsCode() {
        History history = Examples.approved();

        for (CommandName name : List.of(
                CommandName.CHANGE_PRODUCT,
                CommandName.APPROVE_PRODUCT,
                CommandName.PAUSE_STARTS,
                CommandName.RESUME_STARTS,
                CommandName.RETIRE_PRODUCT,
                CommandName.REINSTATE_PRODUCT)) {
            assertThat(history.refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(name)))
                    .containsExactly(new Problem("", "There is no product on this standard."));
        }
    }

    @Test
    void aProductIsDeliveredOnlyWhereTheStandardIsApproved() {
        Situation.DRAFTED
                .history()
                .refused(Refusal.NO_VERSION, People.OFFICIAL, Examples.of(CommandName.APPROVE_PRODUCT));
        Situation.REVISING
                .history()
                .then(People.OFFICIAL, Examples.apprenticeship())
                .then(People.OFFICIAL, Examples.of(CommandName.APPROVE_PRODUCT));
    }

    @Test
    void aLarsCodeOnceGivenIsNeverTakenBack() {
        History history = Examples.approved().then(People.OFFICIAL, add(ProductType.APPRENTICESHIP, "ST0218"));

        history.then(People.OFFICIAL, change(null, null)).then(People.OFFICIAL, change(218, null));
        assertThat(history.refused(Refusal.LARS_CODE_KEPT, People.OFFICIAL, change(null, "Not needed")))
                .containsExactly(new Problem("", "It is 218."));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, change(219, null)))
                .containsExactly(new Problem("/reason", "must be given to correct a LARS code"));
        history.then(People.OFFICIAL, change(219, "A digit was wrong"));
        assertThat(history.when(People.OFFICIAL, change(219, null))).isEmpty();
    }

    @Test
    void everySortOfProductHasItsCode() {
        History history = Examples.approved();
        for (String code : new String[] {"ST0001", "FA0001", "AU0001"}) {
            history.then(People.OFFICIAL, add(ProductType.APPRENTICESHIP, code));
        }
        history.then(People.OFFICIAL, add(ProductType.T_LEVEL, "603/5832/X"))
                .then(People.OFFICIAL, add(ProductType.TECHNICAL_QUALIFICATION, "610-1234"))
                .then(People.OFFICIAL, add(ProductType.HIGHER_TECHNICAL_QUALIFICATION, "HTQ.12"));

        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, add(ProductType.APPRENTICESHIP, "XX0001")))
                .containsExactly(new Problem("/code", "must be ST, FA or AU and four digits, such as ST0218"));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, add(ProductType.T_LEVEL, "lower case")))
                .containsExactly(
                        new Problem("/code", "must be up to 20 capital letters, digits, points, slashes or hyphens"));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, add(ProductType.APPRENTICESHIP, "ST0001")))
                .containsExactly(new Problem("/code", "is the code of another product here"));
    }

    @Test
    void impossibleAttributesAreRefusedAtOnce() {
        var impossible = new ProductCommand.AddProduct(
                ProductType.T_LEVEL, "603/1234/X", 0, "x".repeat(201), 8, 0, -1, true, true, true);

        assertThat(Examples.approved().refused(Refusal.INVALID_INPUT, People.OFFICIAL, impossible))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/title",
                        "/larsCode",
                        "/level",
                        "/typicalDurationMonths",
                        "/maximumFunding",
                        "/careerStarter",
                        "/royal",
                        "/integratedDegree");
        assertThat(Examples.approved()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.OFFICIAL,
                                new ProductCommand.AddProduct(
                                        null, null, null, null, null, null, null, null, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/type", "/code");
    }

    @Test
    void theMarksOfTheMapBelongToApprenticeships() {
        History history = Examples.approved()
                .then(
                        People.OFFICIAL,
                        new ProductCommand.AddProduct(
                                ProductType.APPRENTICESHIP, "ST0001", null, null, 6, 48, 27_000, true, true, true));

        Product product = history.state().products().getFirst();
        assertThat(product.careerStarter()).isTrue();
        assertThat(product.royal()).isTrue();
        assertThat(product.integratedDegree()).isTrue();
    }

    @Test
    void aChangeSaysAttributesAnewAndLeavesTypeCodeAndStatus() {
        History history = Situation.DELIVERED
                .history()
                .then(
                        People.OFFICIAL,
                        new ProductCommand.ChangeProduct(
                                "ST0218", 218, "A title", 3, 18, 6_000, true, true, false, "Band review"));

        assertThat(history.state().product("ST0218"))
                .isEqualTo(new Product(
                        ProductType.APPRENTICESHIP,
                        "ST0218",
                        218,
                        "A title",
                        ProductStatus.APPROVED_FOR_DELIVERY,
                        3,
                        18,
                        6_000,
                        true,
                        true,
                        false));
    }

    @Test
    void aProductIsNamedByItsCode() {
        assertThat(Situation.APPROVED
                        .history()
                        .then(People.OFFICIAL, Examples.of(CommandName.APPROVE_PRODUCT))
                        .refused(
                                Refusal.INVALID_INPUT, People.OFFICIAL, new ProductCommand.PauseStarts("ST9999", null)))
                .containsExactly(
                        new Problem("/reason", "must be given"),
                        new Problem("/code", "must be the code of a product on this standard: [ST0218]"));
    }

    @Test
    void withoutApprenticeshipIsWorkedOut() {
        assertThat(Situation.NONE.history().state().withoutApprenticeship()).isFalse();
        assertThat(Situation.DRAFTED.history().state().withoutApprenticeship()).isFalse();
        assertThat(Examples.approved().state().withoutApprenticeship()).isTrue();
        assertThat(Situation.APPROVED.history().state().withoutApprenticeship()).isFalse();
        assertThat(Situation.PRODUCT_RETIRED.history().state().withoutApprenticeship())
                .isTrue();
        assertThat(Examples.approved()
                        .then(People.OFFICIAL, add(ProductType.T_LEVEL, "603/1234/X"))
                        .state()
                        .withoutApprenticeship())
                .isTrue();
    }

    @Test
    void aRetiredProductIsNotChanged() {
        Situation.PRODUCT_RETIRED
                .history()
                .refused(Refusal.PRODUCT_STATUS, People.OFFICIAL, Examples.of(CommandName.CHANGE_PRODUCT));
    }

    @Test
    void yesAndNoStayWhereTheyAreLeftOut() {
        History history = Situation.APPROVED
                .history()
                .then(
                        People.OFFICIAL,
                        new ProductCommand.ChangeProduct(
                                Examples.PRODUCT, 218, null, 2, 14, 4_000, true, true, null, null))
                .then(
                        People.OFFICIAL,
                        new ProductCommand.ChangeProduct(
                                Examples.PRODUCT, 218, null, 2, 15, 4_000, null, null, null, null));

        assertThat(history.state().products()).singleElement().satisfies(product -> {
            assertThat(product.typicalDurationMonths()).isEqualTo(15);
            assertThat(product.careerStarter()).isTrue();
            assertThat(product.royal()).isTrue();
            assertThat(product.integratedDegree()).isFalse();
        });
    }
}
