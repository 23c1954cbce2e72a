package dev.muster.report.json;

import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.Entry;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.report.Json;
import dev.muster.report.ShortText;
import dev.muster.report.text.DoubtText;
import dev.muster.report.text.ResolvedText;
import dev.muster.report.text.SingleText;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a doubt, for programs: the entry as it is now and whether that is new; the evidence, while the doubt lasts;
 * what speaks against an answer that was not taken; and the lines that tell a person what to do next.
 */
public final class ResolveJson {
    private ResolveJson() {}

    /** SeaX proves nothing: the evidence; {@code name} is the campaign's whole name on SeaX, where it is known. */
    public static String open(OpenSendEvidence doubt, Optional<String> name, boolean changed, int exitCode) {
        var document = put(doubt.entry(), document(exitCode, changed, List.of(), DoubtText.next(doubt)));
        var evidence = document.putObject("evidence").put("held", doubt.isHeld());
        VerdictJson.put(evidence, doubt.verdict());
        name.ifPresent(whole -> evidence.put("name", whole));
        evidence.put("not_sent_from", doubt.notSentFrom().toString())
                .put("listed", doubt.listed().isPresent());
        var found = evidence.putArray("found");
        doubt.found()
                .forEach(campaign ->
                        found.addObject().put("id", campaign.id().value()).put("status", campaign.status()));
        witnesses(evidence, doubt);
        return Json.document(document);
    }

    private static void witnesses(ObjectNode evidence, OpenSendEvidence doubt) {
        var seen = doubt.witnesses();
        var logged = evidence.putObject("logged");
        new TreeMap<>(seen.logged()).forEach((id, messages) -> logged.put(id.value(), messages));
        evidence.put("unknown_launches", seen.launches().size());
        seen.labelled().ifPresent(people -> evidence.put("receipts", people));
        seen.answer().ifPresent(answer -> evidence.put("answer", ShortText.answer(answer)));
        seen.unread().ifPresent(why -> evidence.put("unread", why));
    }

    /** The doubt has ended; {@code next} is what becomes of the campaign, and what to do. */
    public static String ended(Entry entry, String next, int exitCode) {
        return Json.document(put(entry, document(exitCode, true, List.of(), next)));
    }

    /** What stands against a campaign that was sent; nothing changed. */
    public static String concerned(LockEntry.Confirmed entry, List<String> concerns, int exitCode) {
        return Json.document(put(entry, document(exitCode, false, concerns, ResolvedText.next(entry))));
    }

    /** What SeaX shows speaks against the answer; nothing changed. */
    public static String contradicted(Entry entry, List<String> objections, int exitCode) {
        return Json.document(put(entry, document(exitCode, false, objections, "")));
    }

    /** A single message, of which SeaX shows nothing. */
    public static String open(SingleDoubt doubt, boolean changed, int exitCode) {
        var document = put(doubt.entry(), document(exitCode, changed, List.of(), SingleText.next(doubt)));
        var evidence = document.putObject("evidence");
        VerdictJson.put(evidence, doubt.verdict());
        evidence.put("not_sent_from", doubt.notSentFrom().toString());
        return Json.document(document);
    }

    /** Nothing was looked at, for this reason. */
    public static String refused(String why, int exitCode) {
        return Json.document(document(exitCode, false, List.of(why), ""));
    }

    private static ObjectNode put(Entry entry, ObjectNode document) {
        return entry instanceof LockEntry campaign
                ? document.set("entry", LockOutputJson.of(campaign))
                : document.set("single", LockOutputJson.single((MessageEntry) entry));
    }

    /** {@code next} has the lines that tell a person what to do. */
    private static ObjectNode document(int exitCode, boolean changed, List<String> objections, String next) {
        var document = Json.envelope(exitCode == 0, List.of())
                .put("exit_code", exitCode)
                .put("changed", changed);
        Json.texts(document.putArray("objections"), objections);
        var lines =
                next.lines().map(line -> line.strip().replaceAll(" {2,}", "  ")).filter(line -> !line.isEmpty());
        Json.texts(document.putArray("next"), lines.toList());
        return document;
    }
}
