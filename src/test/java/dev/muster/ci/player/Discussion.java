package dev.muster.ci.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Issues and pull requests of a repository with their comments, in the order in which they were written. */
final class Discussion {
    /** GitHub counts characters. */
    static final int LONGEST = 65_536;

    private final List<Topic> topics = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private long last = 1_000;

    /** An issue, or the side of a pull request on which comments are. */
    record Topic(int number, boolean isPullRequest, String author, String title, String body, boolean isOpen) {}

    record Comment(long id, int topic, String author, String body) {}

    synchronized Topic open(boolean isPullRequest, String author, String title, String body) {
        var topic = new Topic(topics.size() + 1, isPullRequest, author, title, body, true);
        topics.add(topic);
        return topic;
    }

    synchronized void close(int number) {
        var topic = topics.get(number - 1);
        topics.set(
                number - 1,
                new Topic(number, topic.isPullRequest(), topic.author(), topic.title(), topic.body(), false));
    }

    synchronized Optional<Topic> topic(int number) {
        return topics.stream().filter(topic -> topic.number() == number).findFirst();
    }

    synchronized List<Topic> openTopics() {
        return topics.stream().filter(Topic::isOpen).toList();
    }

    /** Only issues, in the order in which they were opened. */
    synchronized List<Topic> issues() {
        return topics.stream().filter(topic -> !topic.isPullRequest()).toList();
    }

    synchronized Comment comment(int topic, String author, String body) {
        var comment = new Comment(++last, topic, author, body);
        comments.add(comment);
        return comment;
    }

    synchronized List<Comment> comments(int topic) {
        return comments.stream().filter(comment -> comment.topic() == topic).toList();
    }

    synchronized Optional<Comment> comment(long id) {
        return comments.stream().filter(comment -> comment.id() == id).findFirst();
    }

    synchronized Comment edit(Comment old, String body) {
        var edited = new Comment(old.id(), old.topic(), old.author(), body);
        comments.set(comments.indexOf(old), edited);
        return edited;
    }

    synchronized void delete(long id) {
        comments.removeIf(comment -> comment.id() == id);
    }
}
