package dev.muster.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The contents of files in a git repository, one after the other from one {@code git cat-file --batch}. */
final class GitBlobs implements AutoCloseable {
    private final Process process;
    private final InputStream answers;

    GitBlobs(GitCommand git) {
        process = git.start("cat-file", "--batch");
        answers = new BufferedInputStream(process.getInputStream());
    }

    /** The bytes behind an object id that {@code ls-tree} gave. */
    byte[] read(String id) {
        try {
            var question = process.getOutputStream();
            question.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            question.flush();
            return answer(id);
        } catch (IOException e) {
            throw GitCommand.failed(e);
        }
    }

    /** {@code <id> blob <size>}, a line break, the bytes, a line break. */
    private byte[] answer(String id) throws IOException {
        var head = line().split(" ", -1);
        if (head.length != 3 || !head[0].equals(id) || !head[1].equals("blob")) {
            throw new IOException("object " + id + " is not there");
        }
        int size = Integer.parseInt(head[2]);
        var bytes = answers.readNBytes(size);
        if (bytes.length != size || answers.read() != '\n') {
            throw new EOFException("object " + id + " is cut off");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
