package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.SameEmployers;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps which entries of the register are the same employer, inside the transaction of the command: whoever votes the
 * moment after is barred by it. One merger at a time: two that name each other would lead in a circle.
 */
class EmployerMergers implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final JdbcClient jdbc;

    EmployerMergers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are stored now. */
    SameEmployers now() {
        return new SameEmployers(jdbc
                .sql("SELECT employer, into_employer FROM employer_merger")
                .query((row, index) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var result = chain.proceed();
        if (result instanceof Decision<?, ?> decision
                && work.getMessage().getMetaData().get(CommandMetaData.INSTRUCTION)
                        instanceof Instruction<?> instruction) {
            for (var event : decision.events()) {
                switch (event) {
                    case EmployerEvent.EmployerMerged merged ->
                        merge(UUID.fromString(instruction.reference()), merged.into());
                    case EmployerEvent.EmployerSeparated separated ->
                        jdbc.sql("DELETE FROM employer_merger WHERE employer = ?")
                                .param(UUID.fromString(instruction.reference()))
                                .update();
                    default -> {}
                }
            }
        }
        return result;
    }

    private void merge(UUID employer, UUID into) {
        jdbc.sql("LOCK TABLE employer_merger IN SHARE ROW EXCLUSIVE MODE").update();
        if (now().into().containsKey(into)) {
            throw new CommandRefused(Refusal.CONTRADICTS_RECORD, "%s was merged itself meanwhile.".formatted(into));
        }
        jdbc.sql("INSERT INTO employer_merger (employer, into_employer) VALUES (?, ?)")
                .params(List.of(employer, into))
                .update();
    }
}
