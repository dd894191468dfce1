package org.occupationalstandards.platform.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A recipient that writes down what it is given, and refuses what it is told to refuse. */
final class Mailbox implements Recipient<String> {

    static final String TYPE = "test.said.v1";

    private final String topic;
    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Mailbox(String topic, JdbcClient jdbc) {
        this.topic = topic;
        this.jdbc = jdbc;
        // A word of more than ten letters violates a constraint: a message whose effects the database refuses.
        jdbc.sql("""
                create table if not exists said (
                    place bigint generated always as identity, reference text, sequence bigint,
                    word text check (length(word) <= 10), unique (reference, sequence))
                """).update();
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public String read(Incoming incoming) throws Unreadable {
        if (!incoming.type().equals(TYPE)) throw new Unreadable(Reason.UNKNOWN_TYPE, "Unknown type " + incoming.type());
        try {
            return JsonMapper.shared().readTree(incoming.bytes()).get("word").asString();
        } catch (JacksonException e) {
            throw new Unreadable(Reason.MALFORMED_DATA, e.getOriginalMessage());
        }
    }

    @Override
    public void take(List<Arrival<String>> arrivals) {
        for (Arrival<String> each : arrivals) {
            jdbc.sql("insert into said (reference, sequence, word) values (?, ?, ?)")
                    .params(each.incoming().subject(), each.incoming().sequence(), each.announcement())
                    .update();
            String statement = statements.get(each.announcement());
            if (statement != null) jdbc.sql(statement).query(String.class).single();
        }
        Throwable now = failure.get();
        if (now instanceof RuntimeException exception) throw exception;
        if (now instanceof Error error) throw error;
    }

    @Override
    public void dropped(Incoming incoming) {
        jdbc.sql("insert into said (reference, sequence, word) values (?, ?, '(dropped)')")
                .params(incoming.subject(), incoming.sequence())
                .update();
    }

    /** Whenever that word is taken in, this query is run too. */
    void query(String word, String statement) {
        statements.put(word, statement);
    }

    /** From now on everything fails with this after its effects, until it is null. */
    void failWith(@Nullable Throwable throwable) {
        failure.set(throwable);
    }

    /** What was taken in of a standard, in the order in which it was. */
    List<String> words(String reference) {
        return jdbc.sql("select word from said where reference = ? order by place")
                .param(reference)
                .query(String.class)
                .list();
    }
}
