export class LiveCheck { n=0; constructor(readonly o: any) {} push(f: any) { this.n++; return { ...f, pose: f.pose }; } redoBaseline() {} finish() { return { n: this.n }; } }
