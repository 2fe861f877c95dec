/** There is no verdict on an answer, because the machine had too little time for it. That says nothing of the answer. */
export class MachineBusy extends Error {
  override readonly name = "MachineBusy";

  constructor() {
    super("this computer is busy with other things, and the code got too little of its time");
  }
}
