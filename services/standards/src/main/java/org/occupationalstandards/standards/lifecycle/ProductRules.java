package org.occupationalstandards.standards.lifecycle;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Rules of the products on a standard. */
final class ProductRules {

    private static final Pattern APPRENTICESHIP = Pattern.compile("(ST|FA|AU)\\d{4}");
    private static final Pattern QUALIFICATION = Pattern.compile("[A-Z0-9][A-Z0-9/.-]{0,19}");
    private static final int HIGHEST_LARS_CODE = 99_999_999;
    private static final int LONGEST_MONTHS = 120;
    private static final int MOST_FUNDING = 1_000_000;

    /**
     * There has to be a product here that can take this step, whatever its code. People can start on a product only where
     * the standard that it teaches is approved.
     */
    static void guard(CommandName name, StandardState state) {
        if (name == CommandName.APPROVE_PRODUCT && !state.hasVersion()) {
            throw new CommandRefused(Refusal.NO_VERSION, List.of());
        }
        if (state.products().isEmpty()) {
            throw new CommandRefused(Refusal.PRODUCT_STATUS, "There is no product on this standard.");
        }
        if (state.products().stream().noneMatch(product -> from(name).contains(product.status()))) {
            throw new CommandRefused(
                    Refusal.PRODUCT_STATUS,
                    state.products().stream().map(ProductRules::standing).toList());
        }
    }

    /** What a product may be in for that step. */
    private static Set<ProductStatus> from(CommandName name) {
        return switch (name) {
            case APPROVE_PRODUCT -> EnumSet.of(ProductStatus.IN_DEVELOPMENT);
            case PAUSE_STARTS -> EnumSet.of(ProductStatus.APPROVED_FOR_DELIVERY);
            case RESUME_STARTS -> EnumSet.of(ProductStatus.STARTS_PAUSED);
            case REINSTATE_PRODUCT -> EnumSet.of(ProductStatus.RETIRED);
            case CHANGE_PRODUCT, RETIRE_PRODUCT -> EnumSet.complementOf(EnumSet.of(ProductStatus.RETIRED));
            default -> throw new IllegalArgumentException(name.wireName());
        };
    }

    private static Problem standing(Product product) {
        return new Problem(
                "", "%s %s.".formatted(product.code(), product.status().says()));
    }

    static List<StandardEvent> decide(ProductCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ProductCommand.AddProduct add -> add(add, state, circumstances);
            case ProductCommand.ChangeProduct change -> change(change, state, circumstances);
            case ProductCommand.ApproveProduct approve -> approve(approve, state, circumstances);
            case ProductCommand.PauseStarts pause -> {
                var step = Step.because(pause.code(), pause.reason(), state, circumstances);
                var paused = step.by(CommandName.PAUSE_STARTS, ProductStatus.STARTS_PAUSED);
                yield List.of(
                        new ProductEvent.StartsPaused(paused, step.reason(), circumstances.by(), circumstances.now()));
            }
            case ProductCommand.ResumeStarts resume -> {
                var step = Step.perhapsBecause(resume.code(), resume.reason(), state, circumstances);
                var resumed = step.by(CommandName.RESUME_STARTS, ProductStatus.APPROVED_FOR_DELIVERY);
                yield List.of(new ProductEvent.StartsResumed(
                        resumed, step.reasonOrNull(), circumstances.by(), circumstances.now()));
            }
            case ProductCommand.RetireProduct retire -> {
                var step = Step.because(retire.code(), retire.reason(), state, circumstances);
                var retired = step.by(CommandName.RETIRE_PRODUCT, ProductStatus.RETIRED);
                yield List.of(new ProductEvent.ProductRetired(
                        retired, step.reason(), circumstances.by(), circumstances.now()));
            }
            case ProductCommand.ReinstateProduct reinstate -> {
                var step = Step.because(reinstate.code(), reinstate.reason(), state, circumstances);
                var reinstated = step.by(CommandName.REINSTATE_PRODUCT, ProductStatus.IN_DEVELOPMENT);
                yield List.of(new ProductEvent.ProductReinstated(
                        reinstated, step.reason(), circumstances.by(), circumstances.now()));
            }
        };
    }

    /** What a product needs whose standard has ended or was given up: it ends with it. */
    static List<StandardEvent> allRetired(StandardState state, String reason, Circumstances circumstances) {
        return state.products().stream()
                .filter(product -> product.status() != ProductStatus.RETIRED)
                .<StandardEvent>map(product -> new ProductEvent.ProductRetired(
                        product.in(ProductStatus.RETIRED), reason, circumstances.by(), circumstances.now()))
                .toList();
    }

    private static List<StandardEvent> add(
            ProductCommand.AddProduct command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        ProductType type = objections.given(command.type(), "/type", ProductType.APPRENTICESHIP);
        var product = new Product(
                type,
                objections.text(command.code(), "/code", 20),
                command.larsCode(),
                objections.optionalLine(
                        command.title(),
                        "/title",
                        circumstances.policy().limits().title()),
                ProductStatus.IN_DEVELOPMENT,
                command.level(),
                command.typicalDurationMonths(),
                command.maximumFunding(),
                Boolean.TRUE.equals(command.careerStarter()),
                Boolean.TRUE.equals(command.royal()),
                Boolean.TRUE.equals(command.integratedDegree()));
        check(product, "", objections);
        objections.unless(state.product(product.code()) == null, "/code", "is the code of another product here");
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ProductEvent.ProductAdded(product, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> change(
            ProductCommand.ChangeProduct command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        Product before = inStatusFor(CommandName.CHANGE_PRODUCT, product(command.code(), state, objections));
        String reason = objections.optionalReason(command.reason(), circumstances);
        String title = objections.optionalLine(
                command.title(), "/title", circumstances.policy().limits().title());
        objections.raise(Refusal.INVALID_INPUT);
        var after = new Product(
                before.type(),
                before.code(),
                command.larsCode(),
                title,
                before.status(),
                command.level(),
                command.typicalDurationMonths(),
                command.maximumFunding(),
                Objects.requireNonNullElse(command.careerStarter(), before.careerStarter()),
                Objects.requireNonNullElse(command.royal(), before.royal()),
                Objects.requireNonNullElse(command.integratedDegree(), before.integratedDegree()));
        check(after, "", objections);
        boolean anotherLars = before.larsCode() != null
                && after.larsCode() != null
                && !before.larsCode().equals(after.larsCode());
        objections.unless(!anotherLars || reason != null, "/reason", "must be given to correct a LARS code");
        objections.raise(Refusal.INVALID_INPUT);
        if (before.larsCode() != null && after.larsCode() == null) {
            throw new CommandRefused(Refusal.LARS_CODE_KEPT, "It is %d.".formatted(before.larsCode()));
        }
        return after.equals(before)
                ? List.of()
                : List.of(new ProductEvent.ProductChanged(after, reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> approve(
            ProductCommand.ApproveProduct command, StandardState state, Circumstances circumstances) {
        var step = Step.perhapsBecause(command.code(), null, state, circumstances);
        var objections = new Objections();
        String note = objections.optionalText(
                command.note(), "/note", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        var approved = step.by(CommandName.APPROVE_PRODUCT, ProductStatus.APPROVED_FOR_DELIVERY);
        return List.of(new ProductEvent.ProductApproved(approved, note, circumstances.by(), circumstances.now()));
    }

    /** Whether the product is possible at all. */
    static void check(Product product, String at, Objections objections) {
        boolean apprenticeship = product.type() == ProductType.APPRENTICESHIP;
        Pattern pattern = apprenticeship ? APPRENTICESHIP : QUALIFICATION;
        objections.unless(
                product.code().isEmpty() || pattern.matcher(product.code()).matches(),
                at + "/code",
                apprenticeship
                        ? "must be ST, FA or AU and four digits, such as ST0218"
                        : "must be up to 20 capital letters, digits, points, slashes or hyphens");
        objections.optionalNumber(product.larsCode(), at + "/larsCode", 1, HIGHEST_LARS_CODE);
        objections.optionalNumber(product.level(), at + "/level", 2, 7);
        objections.optionalNumber(product.typicalDurationMonths(), at + "/typicalDurationMonths", 1, LONGEST_MONTHS);
        objections.optionalNumber(product.maximumFunding(), at + "/maximumFunding", 0, MOST_FUNDING);
        objections.unless(
                apprenticeship || !product.careerStarter(), at + "/careerStarter", "is for apprenticeships only");
        objections.unless(apprenticeship || !product.royal(), at + "/royal", "is for apprenticeships only");
        objections.unless(
                apprenticeship || !product.integratedDegree(), at + "/integratedDegree", "is for apprenticeships only");
    }

    private static Product product(@Nullable String code, StandardState state, Objections objections) {
        Product product = state.product(code);
        if (product == null) {
            objections.add(
                    "/code",
                    "must be the code of a product on this standard: "
                            + state.products().stream().map(Product::code).toList());
            objections.raise(Refusal.INVALID_INPUT);
        }
        return Objects.requireNonNull(product);
    }

    private static Product inStatusFor(CommandName name, Product product) {
        if (!from(name).contains(product.status())) {
            throw new CommandRefused(Refusal.PRODUCT_STATUS, List.of(standing(product)));
        }
        return product;
    }

    /** A product that goes from one status to another, and why. */
    private record Step(Product product, @Nullable String reasonOrNull) {

        static Step because(
                @Nullable String code, @Nullable String given, StandardState state, Circumstances circumstances) {
            var objections = new Objections();
            String reason = objections.reason(given, circumstances);
            Product product = ProductRules.product(code, state, objections);
            objections.raise(Refusal.INVALID_INPUT);
            return new Step(product, reason);
        }

        static Step perhapsBecause(
                @Nullable String code, @Nullable String given, StandardState state, Circumstances circumstances) {
            var objections = new Objections();
            String reason = objections.optionalReason(given, circumstances);
            Product product = ProductRules.product(code, state, objections);
            objections.raise(Refusal.INVALID_INPUT);
            return new Step(product, reason);
        }

        String reason() {
            return Objects.requireNonNull(reasonOrNull);
        }

        Product by(CommandName name, ProductStatus next) {
            return inStatusFor(name, product).in(next);
        }
    }

    private ProductRules() {}
}
