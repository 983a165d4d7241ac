"""A report of our own, with nothing wrong, which tests put things into."""

HEADLINE = "Council shelves plan for new footbridge"
BODY = (
    "A footbridge that was meant to spare the people of Marlow Vale the ferry will not be built for now.",
    "Councillors voted 14 to 9 on Tuesday night to shelve the plan, which has been on the table since 2019.",
    "Engineers told them last month that the cost would rise to 4.2 million pounds, twice the budget set aside first.",
    "“We cannot ask residents to pay for it twice,” said Edith Marsh, who leads the council.",
    "Tom Arden, a nurse, crosses the Ebb by ferry twice a day and must wait until 2028 at least, he said.",
)
