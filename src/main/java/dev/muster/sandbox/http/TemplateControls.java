package dev.muster.sandbox.http;

import dev.muster.sandbox.world.ControlException;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.SandboxStore;
import dev.muster.sandbox.world.SandboxWorld;
import dev.muster.sandbox.world.TemplateRow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What only the owner of a sandbox can do to its templates, and to the messages that use them. */
final class TemplateControls {
    private final SandboxStore store;

    TemplateControls(SandboxStore store) {
        this.store = store;
    }

    /** WhatsApp approves, pauses or rejects a template, in each of its languages. */
    void judge(String template, String status) {
        store.write(transaction -> {
            if (transaction.world().templates().stream()
                    .noneMatch(row -> row.name().equals(template))) {
                throw new ControlException("no template is called " + template);
            }
            transaction.record().accept(new Event.TemplateJudged(template, status));
            return true;
        });
    }

    /** Somebody edits a template in one language, or WhatsApp judges it. */
    void edit(String name, String language, UnaryOperator<TemplateRow> change) {
        store.write(transaction -> {
            var changed = change.apply(known(name, language, transaction.world()));
            transaction.record().accept(new Event.TemplateWritten(changed));
            return true;
        });
    }

    /** Somebody makes a template, or makes it anew; it is approved at once unless it is judged otherwise. */
    void write(String name, String language, UnaryOperator<TemplateRow> change) {
        store.write(transaction -> {
            var id = Ids.uuid("template", name + "\n" + language);
            var fresh = new TemplateRow(id, name, language, "APPROVED", "MARKETING", false, Optional.empty());
            transaction.record().accept(new Event.TemplateWritten(change.apply(fresh)));
            return true;
        });
    }

    void remove(String name, String language) {
        store.write(transaction -> {
            known(name, language, transaction.world());
            transaction.record().accept(new Event.TemplateRemoved(name, language));
            return true;
        });
    }

    /** WhatsApp holds back what is sent with a template from now on, after so many messages and for so long. */
    void pace(String name, String language, int passes, Duration hold, boolean drops) {
        store.write(transaction -> {
            known(name, language, transaction.world());
            var until = transaction.world().clock().plus(hold);
            transaction
                    .record()
                    .accept(new Event.TemplatePaced(new TemplateRow.Pacing(name, language, passes, until, drops)));
            return true;
        });
    }

    /** Messages fail with a code from now on; the code 0 takes the decision back. */
    void fail(MessageFate.Decision failure) {
        if (failure.code() != 0 && MessageFate.Failure.of(failure.code()).isEmpty()) {
            throw new ControlException("no failure has the code " + failure.code());
        }
        store.write(transaction -> {
            transaction.record().accept(new Event.FailureDecided(failure));
            return true;
        });
    }

    private static TemplateRow known(String name, String language, SandboxWorld world) {
        return world.template(name, language)
                .orElseThrow(() -> new ControlException("no template is called " + name + " in " + language));
    }
}
