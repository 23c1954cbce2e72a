package dev.muster.simulation;

/** Where everything that can go one way or another is decided. The first option is the uneventful one. */
interface Choices {
    /** Something that rarely happens: 0 is that it does not. */
    int trouble(int options);

    /** What SeaX answers: half of the time 0, that all is well. */
    int outcome(int options);

    /** One of several ways, all of them common. */
    int any(int options);
}
