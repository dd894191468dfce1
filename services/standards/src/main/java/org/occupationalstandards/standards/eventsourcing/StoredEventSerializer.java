package org.occupationalstandards.standards.eventsourcing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes what is stored as JSON under names of our own, so that classes may move and be renamed. Only Axon's own tokens go
 * by their class names.
 */
final class StoredEventSerializer extends Jackson3Serializer {

    private static final String AXON = "org.axonframework.";

    private StoredEventSerializer(Builder builder) {
        super(builder);
    }

    static StoredEventSerializer create() {
        return new StoredEventSerializer(builder().jsonMapperBuilderCustomizer(StoredEventSerializer::readAlways));
    }

    /** An event of an earlier time may lack what was added since, and have what was dropped. */
    private static void readAlways(JsonMapper.Builder json) {
        json.annotationIntrospector(new KebabCaseConstants())
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                // Replay tokens name their context by class; Jackson refuses that unless told which are harmless.
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType(AXON)
                        .build());
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type.getName().startsWith(AXON) || type == Void.class || type == void.class) {
            return super.typeForClass(type);
        }
        var kind = Kind.ofAggregate(type);
        if (kind.isPresent()) {
            return new SimpleSerializedType(kind.get().snapshot(), StoredSnapshots.revision(kind.get()));
        }
        var stored = StoredEventTypes.of(type);
        return new SimpleSerializedType(stored.name(), stored.revision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type) || type.getName().startsWith(AXON)) {
            return super.classForType(type);
        }
        var snapshot = StoredSnapshots.named(type.getName());
        if (snapshot.isPresent()) {
            return snapshot.get().aggregate();
        }
        return StoredEventTypes.named(type.getName(), type.getRevision())
                .<Class<?>>map(StoredEventTypes.Type::record)
                .orElse(UnknownSerializedType.class);
    }
}
