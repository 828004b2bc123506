public import Reporting
