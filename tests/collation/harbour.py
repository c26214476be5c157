"""A made-up report that the tests of finding claims look in."""

from quoteverify.collation.candidates import SourceIndex

TEXT = """The harbour board met on Tuesday evening in Vardo to hear what would become of the old yard.

“We will not sell the yard before the spring thaw, and nobody on this board has ever asked us to,” said Ada Aas, who has chaired the board since 2009. “If the state pays its share, we could reopen the slipway in May.”

Aas, 54, waved away talk of a deal with the Berg family. “I think the offer was fair, but six million crowns is not enough for forty acres of waterfront,” she said.

The mayor, Bo Berg, disagreed sharply. “She’s wrong about the price. My family offered $6.5 million in cash, and the board refused to read the letter,” Berg told reporters after the meeting.

He added that his family would “never again” bargain with the board, and that they would take the case to the county court before the end of the year.

“It is what it is,” he said. “At the end of the day the people of this town want work, not another museum. They want their children to stay.”

Outside, fishermen who had waited in the rain for two hours were less patient. “We need the slipway more than we need speeches,” said Ilse Dahl, a skipper. “The boats are rotting, the young people are leaving, and the board keeps talking.”

Asked whether she would resign, Aas laughed. “Not this year,” she said. “I was elected to finish a job and I intend to finish it.”

A consultant's report, published in March, found that eighteen of the twenty-four piles beneath the main quay had to be replaced. “The quay is safe for walking, though it is certainly not safe for lorries, and no responsible engineer would say otherwise,” wrote the author, Dr. Jon Eide.
"""

INDEX = SourceIndex(TEXT)
