// The three functions of a custom sign-in, in one: after SRP, or at once, the user is asked a riddle, thrice at most.
const ROUNDS = 3;

const triggers = {
  DefineAuthChallenge_Authentication({ request: { session } }) {
    const riddles = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE');
    const last = session.at(-1);
    if (last?.challengeName === 'SRP_A') {
      return { challengeName: 'PASSWORD_VERIFIER', issueTokens: false, failAuthentication: false };
    }
    const issueTokens = riddles.at(-1)?.challengeResult === true;
    const failAuthentication = !issueTokens && (riddles.length === ROUNDS || last?.challengeResult === false && !riddles.length);
    return { challengeName: 'CUSTOM_CHALLENGE', issueTokens, failAuthentication };
  },
  CreateAuthChallenge_Authentication({ request: { session } }) {
    return {
      publicChallengeParameters: { riddle: `What is twice ${session.length + 1}?` },
      privateChallengeParameters: { answer: String(2 * (session.length + 1)) },
      challengeMetadata: 'RIDDLE',
    };
  },
  VerifyAuthChallengeResponse_Authentication({ request: { challengeAnswer, privateChallengeParameters } }) {
    return { answerCorrect: challengeAnswer === privateChallengeParameters.answer };
  },
};

export const handler = async (event) => ({ ...event, response: triggers[event.triggerSource](event) });
