/** A request that cannot be done, for a reason that the user can do something about: the message is shown as it is. */
export class Refused extends Error {}
