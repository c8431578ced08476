/** A request that the session manager never makes. The message is the reason, for the log and the answer. */
export class Forbidden extends Error {}
