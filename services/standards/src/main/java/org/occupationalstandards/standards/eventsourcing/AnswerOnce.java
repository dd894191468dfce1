package org.occupationalstandards.standards.eventsourcing;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a named request once: inside the transaction of the command it looks for an earlier answer, and leaves one
 * beside the events.
 */
class AnswerOnce implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final AnsweredRequests answered;

    AnswerOnce(AnsweredRequests answered) {
        this.answered = answered;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var metaData = work.getMessage().getMetaData();
        if (!(metaData.get(CommandMetaData.INSTRUCTION) instanceof Instruction<?> instruction)) {
            return chain.proceed();
        }
        var once = instruction.once();
        if (once == null) {
            return chain.proceed();
        }
        var caller = instruction.caller().id();
        var earlier = answered.find(caller, once);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var result = chain.proceed();
        if (result instanceof Decision<?, ?> decision) {
            answered.remember(caller, once, instruction.reference(), decision);
        }
        return result;
    }
}
