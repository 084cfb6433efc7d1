export function parsePoses() { return { ok: false, error: { kind: 'poses-unreadable', detail: '' } }; }
