package org.occupationalstandards.standards.eventsourcing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Product;
import org.occupationalstandards.standards.lifecycle.ProductEvent;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.content.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps product codes and LARS codes to one standard each, inside the transaction of the command: two that name the same
 * at the same moment wait for each other. Who had a code first keeps it, also against what is taken over from elsewhere: the
 * record of a file that names it is refused.
 */
class ProductClaims implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::kind).thenComparing(Claim::code);

    private final JdbcClient jdbc;

    ProductClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var result = chain.proceed();
        if (result instanceof Decision<?, ?> decision
                && decision.state() instanceof StandardState standard
                && work.getMessage().getMetaData().get(CommandMetaData.INSTRUCTION)
                        instanceof Instruction<?> instruction) {
            for (var event : decision.events()) {
                switch (event) {
                    case ProductEvent.ProductAdded added ->
                        claim(instruction.reference(), claims(added.product(), ""), standard);
                    case ProductEvent.ProductChanged changed ->
                        claim(instruction.reference(), claims(changed.product(), ""), standard);
                    case StandardRegistered registered ->
                        claim(instruction.reference(), claims(registered.products()), standard);
                    default -> {}
                }
            }
        }
        return result;
    }

    private void claim(String reference, List<Claim> claims, StandardState standard) {
        release(reference, standard);
        var problems = take(reference, claims);
        if (!problems.isEmpty()) {
            throw new CommandRefused(Refusal.PRODUCT_TAKEN, problems);
        }
    }

    /** A LARS code that was corrected is free for the standard that it belongs to. */
    private void release(String reference, StandardState standard) {
        var kept = standard.products().stream()
                .map(Product::larsCode)
                .filter(code -> code != null)
                .map(String::valueOf)
                .toArray(String[]::new);
        jdbc.sql("DELETE FROM product_claim WHERE kind = 'larsCode' AND reference = ? AND code <> ALL (?)")
                .params(reference, kept)
                .update();
    }

    /** What stands against it: codes that another standard has. In one order, so that nobody waits in a circle. */
    private List<Problem> take(String reference, List<Claim> claims) {
        var problems = new ArrayList<Problem>();
        for (var claim : claims.stream().sorted(ORDER).toList()) {
            // The update that changes nothing answers with the row, whoever it belongs to, and waits for whoever writes
            // it.
            var owner = jdbc.sql("""
                            INSERT INTO product_claim AS claim (kind, code, reference) VALUES (?, ?, ?)
                            ON CONFLICT (kind, code) DO UPDATE SET reference = claim.reference
                            RETURNING reference""")
                    .params(claim.kind(), claim.code(), reference)
                    .query(String.class)
                    .single();
            if (!owner.equals(reference)) {
                problems.add(new Problem(claim.pointer(), "is " + claim.code() + "; that belongs to " + owner));
            }
        }
        return problems;
    }

    private static List<Claim> claims(List<Product> products) {
        return IntStream.range(0, products.size())
                .mapToObj(i -> claims(products.get(i), "/products/" + i))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Claim> claims(Product product, String at) {
        var code = new Claim("code", product.code(), at + "/code");
        return product.larsCode() == null
                ? List.of(code)
                : List.of(code, new Claim("larsCode", product.larsCode().toString(), at + "/larsCode"));
    }

    /** @param pointer where it is said */
    private record Claim(String kind, String code, String pointer) {}
}
