package dev.muster.definition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the value of a key is written, read off the type of its record component. */
sealed interface ValueType {

    /** What is expected, for findings: {@code text}, {@code a list}. */
    String noun();

    /** What to write instead of something of another form. */
    default String hint() {
        return "write the keys of the block, each with its value: `key: value`";
    }

    /** Text that stands for itself; {@code multiLine} where it may have line breaks. */
    record Text(boolean multiLine) implements ValueType {
        @Override
        public String noun() {
            return "text";
        }
    }

    /**
     * One value of a narrower kind: a number, a date, a word of a list. {@code words} are those it can be, or those worth
     * suggesting; {@code form} is the expression it must match, empty where the parser alone decides; {@code guess} says what
     * a text was meant to be that is none of them.
     */
    record Literal(String noun, String hint, Wire wire, List<String> words, String form, Parser parser, Guess guess)
            implements ValueType {
        public Literal {
            words = List.copyOf(words);
        }

        /** What is mistyped was meant to be the nearest of the words. */
        Literal(String noun, String hint, Wire wire, List<String> words, String form, Parser parser) {
            this(
                    noun,
                    hint,
                    wire,
                    words,
                    form,
                    parser,
                    text -> Suggestions.to(text, words).map(word -> "did you mean `" + word + "`?"));
        }

        /** The value; any runtime exception means that the text is none. */
        Object parse(String text) {
            if (!form.isEmpty() && !Pattern.matches(form, text)) {
                throw new IllegalArgumentException("not the form of " + noun);
            }
            return parser.parse(text);
        }
    }

    /** A help for somebody who wrote something else, in words. */
    interface Guess {
        Optional<String> meant(String text);
    }

    /** What a literal is to YAML, and so to editors. A number or a truth in quotes would be text to them. */
    enum Wire {
        INTEGER,
        BOOLEAN,
        ONE_OF_WORDS,
        INTEGER_OR_WORD,
        TEXT
    }

    /** A list. */
    record Items(ValueType item) implements ValueType {
        @Override
        public String noun() {
            return "a list";
        }

        @Override
        public String hint() {
            return "write a list: [first, second]";
        }
    }

    /** Text with fields of a contact, which fills a slot of a template. */
    record Filled() implements ValueType {
        @Override
        public String noun() {
            return "text";
        }
    }

    /** The values of a template's slots: a list of them, or a block of names with them. */
    record SlotValues() implements ValueType {
        @Override
        public String noun() {
            return "a block of slots with values, or a list of values";
        }

        @Override
        public String hint() {
            return "write {name: \"{first_name}\"} where the template names its slots, [\"{first_name}\"] where it counts"
                    + " them";
        }
    }

    /** Names that the user chooses, with values; {@code key} is the form of a name. */
    record Entries(ValueType key, ValueType value) implements ValueType {
        private boolean isNumbered() {
            return key instanceof Literal;
        }

        @Override
        public String noun() {
            return isNumbered() ? "a block of numbers with values" : "a block of names with values";
        }

        @Override
        public String hint() {
            return isNumbered() ? "write each value behind its number: {1: first, 2: second}" : ValueType.super.hint();
        }
    }

    /** A block with known keys. */
    record Inner(Class<? extends Record> type) implements ValueType {
        @Override
        public String noun() {
            return "a block of keys";
        }
    }

    /** A block, or the key of a document that holds it. */
    record Reference(Class<? extends Record> type) implements ValueType {
        @Override
        public String noun() {
            return "a block of keys, or the key of a document";
        }
    }

    /** One text, or a block that says more. */
    record Either(Class<? extends Record> type) implements ValueType {
        @Override
        public String noun() {
            return "text, or a block of keys";
        }
    }

    /** Reads a value from text; any runtime exception means that it is none. */
    @FunctionalInterface
    interface Parser {
        Object parse(String text);
    }
}
