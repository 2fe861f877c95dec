/** The database that holds the learner's record. */
export const databaseName = "handgrad";

/** The channel by which tabs tell each other of changes to it. */
export const channelName = "handgrad-record";
