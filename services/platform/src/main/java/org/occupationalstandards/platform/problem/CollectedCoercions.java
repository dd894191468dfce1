package org.occupationalstandards.platform.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Brings a text in the place of a number, and the like, to the {@link FaultCollector}: Jackson throws these without asking it. */
class CollectedCoercions extends ValueDeserializerModifier {

    /** The reader's attribute that holds the collector. */
    static final String COLLECTOR = FaultCollector.class.getName();

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            boolean.class,
            Boolean.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            double.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class);

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
        return SCALARS.contains(type.getBeanClass()) ? new Scalar(deserializer, type.getBeanClass()) : deserializer;
    }

    private static final class Scalar extends DelegatingDeserializer {

        private final Class<?> type;

        Scalar(ValueDeserializer<?> delegate, Class<?> type) {
            super(delegate);
            this.type = type;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new Scalar(delegate, type);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return super.deserialize(parser, context);
            } catch (MismatchedInputException refused) {
                return collect(context, refused);
            }
        }

        /** Also asked for a field that is absent, and then there is no place in the body to name: that is thrown on. */
        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            try {
                return super.getNullValue(context);
            } catch (MismatchedInputException refused) {
                if (context.getParser().currentToken() == JsonToken.VALUE_NULL) {
                    return collect(context, refused);
                }
                throw refused;
            }
        }

        private @Nullable Object collect(DeserializationContext context, MismatchedInputException refused) {
            if (context.getAttribute(COLLECTOR) instanceof FaultCollector collector) {
                return collector.wrong(context.getParser(), type);
            }
            throw refused;
        }
    }
}
