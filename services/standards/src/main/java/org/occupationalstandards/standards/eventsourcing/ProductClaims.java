package org.occupationalstandards.standards.eventsourcing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * at the same moment wait for each other. What is taken over from elsewhere is a fact and is not refused; who had a code
 * first keeps it.
 */
class ProductClaims implements MessageHandlerInterceptor<CommandMessage<?>> {

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
                    case ProductEvent.ProductAdded added -> claim(instruction.reference(), added.product(), standard);
                    case ProductEvent.ProductChanged changed ->
                        claim(instruction.reference(), changed.product(), standard);
                    case StandardRegistered registered ->
                        registered.products().forEach(product -> take(instruction.reference(), product));
                    default -> {}
                }
            }
        }
        return result;
    }

    private void claim(String reference, Product product, StandardState standard) {
        release(reference, standard);
        var problems = take(reference, product);
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

    /** What stands against it: codes that another standard has. */
    private List<Problem> take(String reference, Product product) {
        var problems = new ArrayList<Problem>();
        var claims = new ArrayList<>(List.of(new Claim("code", product.code())));
        if (product.larsCode() != null) {
            claims.add(new Claim("larsCode", product.larsCode().toString()));
        }
        claims.sort(Comparator.comparing(Claim::kind));
        for (var claim : claims) {
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
                problems.add(new Problem("/" + claim.kind(), "is " + claim.code() + "; that belongs to " + owner));
            }
        }
        return problems;
    }

    private record Claim(String kind, String code) {}
}
