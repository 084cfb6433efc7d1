export async function measureLiveCheck() { throw new Error('later') }
