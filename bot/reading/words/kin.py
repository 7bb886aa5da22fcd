"""Who belongs to somebody's life: what is done with, for or by them is nothing of a deal."""

KIN = r"(?:wife|wives|husband|spouse|girlfriend|boyfriend|kids?|child|children|baby|twins|sons?|daughters?|mom|mum|dad|mother|father|parents?|brothers?|sisters?|cousins?|nephews?|nieces?|uncles?|aunts?|grand(?:kids?|sons?|daughters?|ma|pa|mother|father)|in-laws|famil(?:y|ies)|dogs?|cats?|puppy)"
