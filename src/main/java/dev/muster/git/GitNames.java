package dev.muster.git;

import dev.muster.diagnostic.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the name of a revision could stand for. Where it could be two things git takes one, by the order in gitrevisions(7),
 * and only warns: a tag that somebody pushed under the name of a branch would decide by which policy people are messaged.
 */
record GitNames(GitCommand git) {
    /** What comes before {@code ^}, {@code ~}, {@code @{…}} and {@code :path}. */
    private static final Pattern NAME = Pattern.compile("^(?:(?!@\\{)[^~^:])+");

    /** Names in the git folder that are no branches, such as {@code HEAD} and {@code FETCH_HEAD}. */
    private static final Pattern OF_GIT = Pattern.compile("(?:[A-Z]+_)*HEAD");

    /** An abbreviated commit, or what {@code git describe} makes of one. */
    private static final Pattern COMMIT = Pattern.compile("(?:.+-g)?([0-9a-f]{4,64})");

    void requireOneMeaning(String option, String ref) {
        var meanings = meanings(ref);
        if (meanings.size() > 1) {
            throw new UsageException(option + " " + ref + " could be " + String.join(" or ", meanings)
                    + "; write the one that is meant in full");
        }
    }

    private List<String> meanings(String ref) {
        var name = NAME.matcher(ref);
        return name.find() && !name.group().equals("@") ? meaningsOf(name.group()) : List.of();
    }

    /** One that is no name of a branch, tag or remote can mean one thing only. */
    private List<String> meaningsOf(String name) {
        var meanings = new ArrayList<>(references(name));
        if (meanings.isEmpty()) {
            return meanings;
        }
        if (OF_GIT.matcher(name).matches()) {
            meanings.add(name + " itself");
        }
        var commit = COMMIT.matcher(name);
        if (commit.matches()) {
            commits(commit.group(1)).forEach(id -> meanings.add("the commit " + id));
        }
        return meanings;
    }

    private List<String> references(String name) {
        var full = Stream.of("", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/")
                .map(folder -> folder + name)
                .toList();
        var remote = "refs/remotes/" + name + "/HEAD";
        var question = Stream.of(Stream.of("for-each-ref", "--format=%(refname)"), full.stream(), Stream.of(remote))
                .flatMap(words -> words)
                .toArray(String[]::new);
        return git.run(question)
                .output()
                .lines()
                .filter(found -> full.contains(found) || found.equals(remote))
                .distinct()
                .toList();
    }

    private List<String> commits(String beginning) {
        return git.run("rev-parse", "--disambiguate=" + beginning)
                .output()
                .lines()
                .filter(id -> git.run("cat-file", "-t", id).line().equals("commit"))
                .toList();
    }
}
