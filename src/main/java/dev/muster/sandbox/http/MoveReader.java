package dev.muster.sandbox.http;

import dev.muster.sandbox.api.ErrorBody;
import dev.muster.sandbox.api.Fields;
import dev.muster.sandbox.api.RequestRefusedException;
import dev.muster.sandbox.world.Move;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads a move, such as {@code {"remove":[10],"add":1,"label":"DNC","to":[1000],"unlabel":"vip","from":[-1]}}. */
final class MoveReader {
    static final List<String> FIELDS = List.of("remove", "add", "label", "to", "unlabel", "from");
    private static final int MOST = 10_000;

    private final Fields fields;

    private MoveReader(ObjectNode body) {
        this.fields = new Fields(body);
    }

    static Move read(ObjectNode body) {
        var reader = new MoveReader(body);
        return new Move(
                reader.fields.numbers("remove"),
                reader.fields.number("add", 0, MOST).orElse(0),
                reader.labelling("label", "to"),
                reader.labelling("unlabel", "from"));
    }

    private List<Move.Labelling> labelling(String label, String places) {
        if (fields.lacks(label) && fields.lacks(places)) {
            return List.of();
        }
        requirePresent(label);
        requirePresent(places);
        return List.of(new Move.Labelling(fields.text(label).orElse(""), fields.numbers(places)));
    }

    private void requirePresent(String field) {
        if (fields.lacks(field)) {
            throw new RequestRefusedException(ErrorBody.missing(field));
        }
    }
}
